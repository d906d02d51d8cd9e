using System.Text.Json.Nodes;
using static CnnGen.Interop.Tests.Pytorch.PytorchSession;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

[Collection(nameof(RunsModels))]
public class TwinTextTests
{
    private const string Digits = """
        [Model("digits")] [Input(30, 30, 1)] [Conv2D(32, 3, Activation = Activation.ReLU)] [MaxPooling2D]
        [Conv2D(16, 3, Strides = 2, Padding = Pad.Same, Activation = Activation.ReLU)] [BatchNormalization] [Dropout(0.25)] [Flatten]
        [Dense(10, Activation = Activation.Softmax)] public partial class Cnn;
        """;

    [Fact]
    public void It_reads_as_if_written_by_hand()
    {
        using LoadedModel model = LoadedModel.Load(Digits);

        Interop.Pytorch.ToPython(model.Architecture).ShouldContain(""""
            class Digits(nn.Module):
                """N x 1 x 30 x 30 in, N x 10 out."""

                def __init__(self):
                    super().__init__()
                    self.conv2d = nn.Conv2d(1, 32, kernel_size=3)
                    self.conv2d_1 = nn.Conv2d(32, 16, kernel_size=3, stride=2)
                    self.batch_normalization = nn.BatchNorm2d(16, eps=0.001, momentum=0.01)
                    self.dense = nn.Linear(784, 10)
                    for layer in (self.conv2d, self.conv2d_1, self.dense):
                        nn.init.xavier_uniform_(layer.weight)
                        nn.init.zeros_(layer.bias)

                def forward(self, x, logits=False):
                    """With logits, the scores before a last softmax or sigmoid."""
                    x = F.relu(self.conv2d(x))
                    x = F.max_pool2d(x, 2)
                    x = F.pad(x, (0, 1, 0, 1))
                    x = F.relu(self.conv2d_1(x))
                    x = self.batch_normalization(x)
                    x = F.dropout(x, 0.25, self.training)
                    x = x.flatten(1)
                    x = self.dense(x)
                    return x if logits else F.softmax(x, dim=1)
            """");
    }

    // A layer's name is a text; whatever it is, it stays one, and the weights keep theirs.
    [PytorchFact]
    public void Names_are_harmless_and_stay()
    {
        string[] names = ["\\\"); import os; exit(1)  #", "a/b", "train", "class", "_modules", "__mangled", "weight", "self", "Größe", "\\\"\\\"\\\"; exit(1)", "forward", "2d", "x y"];
        string layers = string.Join("\n", names.Select(static name => $"[Dense(2, Name = \"{name}\")]"));
        using var folder = new TemporaryFolder();
        using LoadedModel model = LoadedModel.Load($"[Model(\"\\\"\\\"\\\"; import os; exit(1)\")]\n[Input(2)]\n{layers}\npublic partial class Cnn;");
        var network = (INetwork)model.Network;
        Interop.Pytorch.Write(network.Architecture, folder["twin.py"]);
        WeightFile.Save(network, folder["weights.safetensors"]);

        JsonNode found = Run($$"""
            import importlib.util
            spec = importlib.util.spec_from_file_location("twin", {{Literal(folder["twin.py"])}})
            twin = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(twin)
            network = getattr(twin, {{Literal(PythonNames.Class(network.Architecture.Name))}})()
            network.load_state_dict(twin.load_safetensors({{Literal(folder["weights.safetensors"])}}))
            network.eval()
            network(twin.torch.zeros(1, 2))
            twin.save_safetensors(network.state_dict(), {{Literal(folder["back.safetensors"])}})
            result = list(network.state_dict())
            """)!;

        found.AsArray().Select(static name => (string)name!).ShouldBe(network.GetWeights().Select(static weight => weight.Name), ignoreOrder: true);
        WeightFile.Load(network, folder["back.safetensors"]);
    }

    // Nobody need have asked the generator what a name may be.
    [PytorchFact]
    public void Names_of_a_summary_made_by_hand_are_harmless()
    {
        const string Name = "\");\nimport os\nos.abort()\r\u2028\"\"\" \\";
        var layer = new LayerSummary(Name, "Dense", [2], 6, 6, 4, 8, 1, ["in"]) { Arguments = [new LayerSetting("kernelL2", 0.1)] };
        var model = new ModelSummary(Name, [layer])
        {
            Ends = new NetworkEnds([new NetworkInput("in", [2])], [new LayerConnection(Name)], IsChain: true),
            Training =
            [
                new("optimizer", "Adam"), new("beta1", 0.9), new("beta2", 0.99), new("epsilon", 1e-7), new("learningRate", 0.1), new("batchSize", 8), new("epochs", 1),
                new("output", Name), new("labels", "Number"), new("customLoss", Name),
            ],
        };
        string text = Interop.Pytorch.ToPython(model);

        Run($$"""
            names = {"__name__": "twin"}
            exec({{Literal(text)}}, names)
            network = names[{{Literal(PythonNames.Class(Name))}}]()
            result = [float(names["penalty"](network)) > 0, list(network.state_dict())]
            """)!.ToJsonString().ShouldBe(new JsonArray(true, new JsonArray([.. new[] { "weight", "bias" }.Select(static part => (JsonNode)$"{Name}.{part}")])).ToJsonString());
    }

    [PytorchFact]
    public void The_order_of_the_examples_is_that_of_training_here()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = LoadedModel.Load("[Model] [Input(4, 4, 1)] [Flatten] [Dense(3)] [Training<Shapes>] public partial class Cnn; [ImageData(4, 4, 1, Classes = 3)] internal sealed class Shapes;");
        Interop.Pytorch.Write(model.Architecture, folder["twin.py"]);
        (int Count, int Seed, int Epoch)[] asked = [(1, 0, 1), (10, 7, 1), (10, 7, 2), (999, -3, 5), (12_345, int.MaxValue, 100)];

        JsonNode found = Run($$"""
            import importlib.util
            spec = importlib.util.spec_from_file_location("twin", {{Literal(folder["twin.py"])}})
            twin = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(twin)
            asked = [{{string.Join(", ", asked)}}]
            result = [[twin.shuffled(*one), twin.step_seed(one[1], one[2], 3)] for one in asked]
            """)!;

        for (int i = 0; i < asked.Length; i++)
        {
            var order = new int[asked[i].Count];
            Shuffle.Fill(order, asked[i].Seed, asked[i].Epoch);
            found[i]![0]!.AsArray().Select(static index => (int)index!).ShouldBe(order);
            ((long)found[i]![1]!).ShouldBe(Shuffle.StepSeed(asked[i].Seed, asked[i].Epoch, 3));
        }
    }
}
