using CnnGen.Interop.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace CnnGen.Interop.Tests.Onnx;

/// <summary>How a network looks as ONNX.</summary>
[Collection(nameof(RunsModels))]
[Trait("Category", "Running")]
public sealed class OnnxFormTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-onnx-").FullName;

    private string File => Path.Combine(_folder, "model.onnx");

    [Fact]
    public void Every_layer_of_the_language_has_a_form() => typeof(LayerAttribute).Assembly.GetTypes()
        .Where(static type => type.IsSealed && type.IsSubclassOf(typeof(LayerAttribute)) && type != typeof(ReuseAttribute) && type != typeof(UseAttribute<>))
        .Select(static type => type.Name[..^nameof(Attribute).Length])
        .Where(static name => !OnnxLayers.Has(name))
        .ShouldBeEmpty();

    [Fact]
    public void Layers_have_the_names_of_the_summary_and_weights_those_of_state_dict()
    {
        OnnxGraph graph = Of("[Input(6, 6, 1)] [Conv2D(2, 3, Activation = Activation.ReLU)] [Dropout(0.5)] [Flatten] [Dense(3, Activation = Activation.Softmax)]");

        graph.Nodes.Select(static node => (node.Operator, node.Output.Name)).ShouldBe(
            [("Conv", "conv2d/Conv"), ("Relu", "conv2d"), ("Flatten", "flatten"), ("Gemm", "dense/Gemm"), ("Softmax", "dense")]);
        graph.Tensors.Select(static tensor => tensor.Name).ShouldBe(["conv2d.weight", "conv2d.bias", "dense.weight", "dense.bias"]);
        graph.Nodes.Select(static node => string.Join('×', node.Output.Sizes)).ShouldBe(["2×4×4", "2×4×4", "32", "3", "3"]);
        (graph.Inputs.Single().Name, graph.Outputs.Single().Name).ShouldBe(("input_1", "dense"));
    }

    [Fact]
    public void Layers_of_a_model_within_the_model_have_its_name_before_theirs()
    {
        OnnxGraph graph = OfDeclaration(GraphModels.WithSeveral["GraphModelInModel"]);

        graph.Nodes.Select(static node => node.Output.Name).ShouldContain("eye/batch_normalization");
        graph.Tensors.Select(static tensor => tensor.Name).ShouldContain("eye.conv2d.weight");
    }

    [Fact]
    public void A_shared_layers_weights_are_there_once_and_its_calls_are_told_apart()
    {
        OnnxGraph graph = Of("[Input(6, 6, 3)] [Conv2D(3, 3, Padding = Pad.Same, Name = \"twice\")] [Reuse(\"twice\", Name = \"third\")] [Add(\"twice\", \"third\")]");

        graph.Nodes.Select(static node => node.Output.Name).ShouldBe(["twice", "twice[1]", "add"]);
        graph.Tensors.Select(static tensor => tensor.Name).ShouldBe(["twice.weight", "twice.bias"]);
    }

    [Fact]
    public void What_comes_out_of_a_layer_that_is_left_out_has_its_name()
    {
        OnnxGraph graph = Of("[Input(3)] [Dropout(0.5)]");

        graph.Nodes.Select(static node => (node.Operator, node.Output.Name)).ShouldBe([("Identity", "dropout")]);
        graph.Outputs.Single().Name.ShouldBe("dropout");
    }

    /// <summary>What the settings say holds for the first call only.</summary>
    [Fact]
    public void Each_call_of_a_shared_layer_is_made_for_what_it_reads()
    {
        const string Shared = """
            [Input(7, 7, 4)]
            [Conv2D(4, 4, Strides = 4, Padding = Pad.Same, Name = "kernel")]
            [Cropping2D(1, From = "input", Name = "small")]
            [Reuse("kernel", Name = "small_kernel")]
            [MaxPooling2D(4, Strides = 3, Padding = Pad.Same, From = "input", Name = "pool")]
            [Reuse("pool", From = "small", Name = "small_pool")]
            [Reshape(-1, 4, From = "pool", Name = "list")]
            [Reuse("list", From = "small_pool", Name = "small_list")]
            [Softmax(From = "list", Name = "shares")]
            [Reuse("shares", From = "small_kernel", Name = "small_shares")]
            [Output("kernel", "small_kernel", "list", "small_list", "shares", "small_shares")]
            """;

        OnnxComparison.Difference(new ModelAssembly([$"using CnnGen; namespace Sample; [Model] {Shared} public partial class Cnn;"]).Models.Single(), File, examples: 2)
            .ShouldBeNull();
    }

    [Fact]
    public void A_shared_layer_that_would_work_on_another_axis_is_refused()
    {
        CnnGenException error = Should.Throw<CnnGenException>(() => Of("""
            [Input(4, 4, 4)]
            [Softmax(Axis = 1, Name = "shares")]
            [GlobalAveragePooling2D]
            [Reuse("shares", Name = "again")]
            """));

        error.Message.ShouldBe("shares reads shapes of 3 and of 1 axes, and names an axis: that cannot be written as ONNX. Give each of the shapes a layer of its own.");
    }

    [Fact]
    public void A_file_is_for_batches_of_any_size_and_the_same_each_time()
    {
        Type type = new ModelAssembly(["using CnnGen; namespace Sample; [Model] [Input(9, 8, 2)] [Conv2D(3, 3)] [Resizing(5, 4)] [LayerNormalization] [Flatten] [Dense(4)] public partial class Cnn;"]).Models.Single();
        using var network = TestNetwork.Random(type, seed: 1);
        network.Network.SaveOnnx(File);
        byte[] first = System.IO.File.ReadAllBytes(File);
        network.Network.SaveOnnx(File);
        System.IO.File.ReadAllBytes(File).ShouldBe(first);

        using var session = new InferenceSession(File);
        session.InputMetadata.Single().Value.SymbolicDimensions[0].ShouldBe("batch");
        session.OutputMetadata.Single().Value.SymbolicDimensions[0].ShouldBe("batch");
        foreach (int examples in new[] { 1, 5 })
        {
            IReadOnlyList<NumberTensor> inputs = network.Draw(examples);
            OnnxComparison.Difference(network.Run(inputs), OnnxComparison.Run(session, inputs)).ShouldBeNull();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static OnnxGraph Of(string attributes) => OfDeclaration($"[Model] {attributes} public partial class Cnn;");

    private static OnnxGraph OfDeclaration(string declaration)
    {
        using LoadedModel model = LoadedModel.Load(declaration);
        return OnnxGraph.Of((INetwork)model.Network);
    }
}
