using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using TorchSharp;
using static CnnGen.Interop.Tests.Pytorch.PytorchSession;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>Runs networks here and their twins in PyTorch, with the same weights on the same inputs.</summary>
internal static class TwinComparison
{
    private const int BatchSize = 2;

    // The largest difference of each output, as a share of the output's largest value.
    private const string Compare = """

        import importlib.util, json, torch

        def tensors(folder, kind, shapes):
            values = []
            for i, shape in enumerate(shapes):
                with open(f"{folder}/{kind}{i}", "rb") as file:
                    values.append(torch.frombuffer(bytearray(file.read()), dtype=torch.float32).reshape(shape))
            return values

        def compare(folder, inputs, outputs, name):
            spec = importlib.util.spec_from_file_location("twin", f"{folder}/twin.py")
            twin = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(twin)
            network = getattr(twin, name)()
            network.load_state_dict(twin.load_safetensors(f"{folder}/weights"))
            network.eval()
            with torch.no_grad():
                given = network(*tensors(folder, "input", inputs))
            given = given if isinstance(given, tuple) else (given,)
            expected = tensors(folder, "output", outputs)
            assert [list(tensor.shape) for tensor in given] == outputs, f"{[list(tensor.shape) for tensor in given]} for {outputs}"
            difference = max(float((one - two).abs().max() / two.abs().max().clamp(min=1e-30)) for one, two in zip(given, expected))
            return difference if difference == difference else "not a number"

        result = {}
        for twin in twins:
            try:
                result[twin["name"]] = compare(twin["folder"], twin["inputs"], twin["outputs"], twin["class"])
            except Exception as error:
                result[twin["name"]] = f"{type(error).__name__}: {error}"
        """;

    /// <summary>What is wrong with each network that is not within the bound; of layers that have no twin nothing is asked.</summary>
    /// <param name="models">The classes of networks.</param>
    /// <param name="create">Makes one of them with its weights.</param>
    /// <param name="bound">The largest difference, as a share of an output's largest value.</param>
    public static IReadOnlyList<string> Differences(IReadOnlyList<Type> models, Func<Type, TestNetwork> create, double bound)
    {
        models.ShouldNotBeEmpty();
        using var folder = new TemporaryFolder();
        var twins = new JsonArray();
        List<string> refused = [];
        foreach (Type model in models)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using TestNetwork network = create(model);
            try
            {
                twins.Add(Write(network, model.FullName!, folder[$"{twins.Count}"]));
            }
            catch (CnnGenException refusal)
            {
                if (!TwinLayers.Lacking.Keys.Any(layer => refusal.Message.Contains($"({layer})")))
                {
                    refused.Add($"{model.FullName}: {refusal.Message}");
                }
            }
        }

        JsonObject found = Run($"import json\ntwins = json.loads({Literal(twins.ToJsonString())})\n{Compare}")!.AsObject();
        found.Count.ShouldBe(twins.Count);
        return [.. refused, .. found.Where(pair => pair.Value!.GetValueKind() != System.Text.Json.JsonValueKind.Number || !(pair.Value.GetValue<double>() <= bound)).Select(static pair => $"{pair.Key}: {pair.Value}")];
    }

    private static JsonObject Write(TestNetwork network, string name, string folder)
    {
        string text = Interop.Pytorch.ToPython(network.Network.Architecture);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "twin.py"), text);
        WeightFile.Save(network.Network, Path.Combine(folder, "weights"));
        IReadOnlyList<NumberTensor> inputs = network.Draw(BatchSize);
        return new JsonObject
        {
            ["name"] = name,
            ["folder"] = folder,
            ["class"] = PythonNames.Class(network.Network.Architecture.Name),
            ["inputs"] = Write(inputs, Path.Combine(folder, "input")),
            ["outputs"] = Write(network.Run(inputs), Path.Combine(folder, "output")),
        };
    }

    private static JsonArray Write(IReadOnlyList<NumberTensor> tensors, string path)
    {
        var shapes = new JsonArray();
        for (int i = 0; i < tensors.Count; i++)
        {
            File.WriteAllBytes($"{path}{i}", MemoryMarshal.AsBytes(tensors[i].Values.AsSpan()));
            shapes.Add(new JsonArray([.. tensors[i].Shape.Select(static size => (JsonNode)size)]));
        }

        return shapes;
    }
}
