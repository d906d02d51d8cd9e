namespace CnnGen.Interop.Tests.Onnx;

/// <summary>What cannot be saved is said, and leaves what is there.</summary>
public sealed class OnnxErrorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-onnx-").FullName;

    private string File => Path.Combine(_folder, "model.onnx");

    [Fact]
    public void A_layer_without_a_form_is_named()
    {
        using var network = new DescribedNetwork([Row("thing", "Thing", 4)], []);

        Should.Throw<CnnGenException>(() => network.SaveOnnx(File)).Message.ShouldBe("thing cannot be written as ONNX: Thing has no form there.");
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void An_activation_without_a_form_is_named()
    {
        using var network = new DescribedNetwork([Row("thing", "Activation", 4) with { Settings = [new LayerSetting("activation", "Wave")] }], []);

        Should.Throw<CnnGenException>(() => network.SaveOnnx(File)).Message.ShouldBe("thing cannot be written as ONNX: the activation Wave has no form there.");
    }

    [Fact]
    public void A_weight_that_is_missing_is_named()
    {
        using var network = new DescribedNetwork([Row("dense", "Dense", 4)], []);

        Should.Throw<CnnGenException>(() => network.SaveOnnx(File)).Message.ShouldBe("dense cannot be written as ONNX: the network has no weight dense.weight.");
    }

    [Fact]
    public void More_than_such_a_file_can_hold_is_refused_before_it_is_written()
    {
        // All layers have the same four megabytes in memory.
        const int Units = 1024;
        const int Layers = 520;
        var kernel = new float[Units * Units];
        System.IO.File.WriteAllText(File, "the old one");
        using var network = new DescribedNetwork(
            [.. Enumerable.Range(0, Layers).Select(static i => Row($"dense_{i}", "Dense", Units))],
            [.. Enumerable.Range(0, Layers).Select(i => new Weight($"dense_{i}.weight", [Units, Units], kernel))]);

        Should.Throw<CnnGenException>(() => network.SaveOnnx(File)).Message
            .ShouldBe("described takes 2.2 GB as ONNX, but such a file holds at most 2.1 GB: save its weights with WeightFile.Save instead.");
        System.IO.File.ReadAllText(File).ShouldBe("the old one");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static LayerSummary Row(string name, string className, int values) => new(name, className, [values], 0, 0, 0, 0, 1, []);
}
