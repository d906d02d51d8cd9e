using CnnGen.Interop.Tests.Keras;
using CnnGen.Interop.Tests.Pytorch;

namespace CnnGen.Interop.Tests.Inspection;

/// <summary>What files say of themselves, in every format that can be read.</summary>
[Collection(nameof(RunsModels))]
public sealed class InspectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LoadedModel _model = SmallNetwork.New(1);

    private INetwork Network => SmallNetwork.Network(_model);

    // Keras does not count batches.
    private long WeightCount => Network.GetWeights().Where(static weight => weight.Values is float[]).Sum(static weight => weight.Values.LongLength);

    [Fact]
    public void Onnx_says_what_goes_in_what_comes_out_and_what_computes()
    {
        string path = _folder["net.onnx"];
        Network.SaveOnnx(path);

        OnnxInfo info = OnnxFile.Inspect(path);

        info.Name.ShouldBe("cnn");
        info.Producer.ShouldStartWith($"CnnGen {typeof(ModelSummary).Assembly.GetName().Version!.ToString(3)}");
        info.OperatorSets.ShouldBe([new("", 17)]);
        info.Inputs.ShouldHaveSingleItem().ToString().ShouldBe("input_1: float32 batch×2×8×8");
        info.Outputs.ShouldHaveSingleItem().ToString().ShouldBe("dense: float32 batch×3");
        info.Operators.Select(static kind => kind.Key).ShouldContain("Conv");
        Weight kernel = Network.GetWeights().Single(static weight => weight.Name == "conv2d.weight");
        info.Tensors.Single(static tensor => tensor.Name == "conv2d.weight").Shape.ShouldBe(kernel.Shape);
        NetworkFormat.Describe(path).Split(Environment.NewLine).ShouldContain("  conv2d.weight: float32 4×2×3×3");
    }

    [Fact]
    public void Keras_says_its_layers_and_weights()
    {
        string path = _folder["net.keras"];
        Network.SaveKeras(path);

        KerasInfo info = KerasFormat.Inspect(path);

        info.Model.ShouldBe("cnn");
        info.Inputs.ShouldHaveSingleItem().Value.ShouldBe([8, 8, 2]);
        info.Layers.Select(static layer => layer.Value).ShouldBe(["Conv2D", "BatchNormalization", "Flatten", "Dense"]);
        info.Weights.Single(static tensor => tensor.Name == "layers/conv2d/vars/0").ToString().ShouldBe("layers/conv2d/vars/0: float32 3×3×2×4");
        info.Weights.Sum(static tensor => tensor.Count).ShouldBe(WeightCount);
        NetworkFormat.Describe(path).ShouldStartWith($"{path}: Keras model cnn (");
    }

    [Fact]
    public void Weights_of_Keras_alone_have_no_layers()
    {
        string archive = _folder["net.keras"], path = _folder["net.weights.h5"];
        Network.SaveKeras(archive);
        File.WriteAllBytes(path, SavedModel.Part(archive, "model.weights.h5"));

        NetworkFormat.Describe(path).Split(Environment.NewLine)[..2].ShouldBe([$"{path}: weights of Keras", $"weights: {WeightCount} numbers in 8 tensors"]);
    }

    [Theory]
    [InlineData("pt", "torch.save")]
    [InlineData("dat", "TorchSharp's module.save")]
    public void Weights_say_their_tensors(string format, string writer)
    {
        string path = _folder[$"net.{format}"];
        NetworkFormat.All.Single(known => known.Name == format).Save(Network, path);

        string[] lines = NetworkFormat.Describe(path).Split(Environment.NewLine);

        lines[0].ShouldBe($"{path}: weights that {writer} wrote");
        lines[2..].ShouldBe(Network.GetWeights().Select(static weight =>
            $"  {weight.Name}: {(weight.Values is long[] ? "int64" : "float32")} {(weight.Shape.Count == 0 ? "scalar" : string.Join('×', weight.Shape))}"));
    }

    /// <summary>Weights and checkpoints may end with anything.</summary>
    [Fact]
    public void What_has_another_ending_is_taken_for_weights_of_ours()
    {
        string path = _folder["net.weights"];
        WeightFile.Save(Network, path);

        NetworkFormat.Describe(path).ShouldStartWith($"{path}: weights of cnn");
    }

    [Fact]
    public void What_is_only_written_is_refused() =>
        Should.Throw<CnnGenException>(() => NetworkFormat.Describe("net.py")).Message
            .ShouldBe("net.py cannot be inspected: files of the format pytorch are only written. Give a file in one of safetensors, keras, onnx, pt, dat.");

    public void Dispose()
    {
        _model.Dispose();
        _folder.Dispose();
    }
}
