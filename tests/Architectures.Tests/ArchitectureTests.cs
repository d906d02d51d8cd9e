using System.Runtime.CompilerServices;
using Shouldly;
using TorchSharp;
using Xunit;

namespace CnnGen.Samples.Architectures.Tests;

public class ArchitectureTests
{
    private const int MostLines = 60;

    public static TheoryData<string> Names => [.. ArchitectureCatalog.Names];

    /// <summary>
    /// ResNet-18: torchvision's 11,689,512 weights and two moving averages for each of 4,800 normalized channels. MobileNetV2: what
    /// keras.applications prints.
    /// </summary>
    [Theory]
    [InlineData("ResNet18", 11_699_112, 9_600)]
    [InlineData("MobileNetV2", 3_538_984, 34_112)]
    public void Has_as_many_parameters_as_in_Keras(string name, long total, long nonTrainable)
    {
        ModelSummary rows = ArchitectureCatalog.Find(name).Rows;

        (rows.TotalParameters, rows.NonTrainableParameters).ShouldBe((total, nonTrainable));
    }

    [Fact]
    public void The_U_Net_has_the_weights_of_its_convolutions()
    {
        long levels = new[] { (1, 64), (64, 128), (128, 256), (256, 512), (512, 1024) }.Sum(level => TwoConvolutions(level.Item1, level.Item2));
        long enlargings = new[] { 512, 256, 128, 64 }.Sum(filters => Convolution(2, 2 * filters, filters) + TwoConvolutions(2 * filters, filters));

        ArchitectureCatalog.Find(nameof(UNet)).Rows.TotalParameters
            .ShouldBe(levels + enlargings + Convolution(3, 64, 2) + Convolution(1, 2, 1));

        static long TwoConvolutions(int channels, int filters) => Convolution(3, channels, filters) + Convolution(3, filters, filters);

        static long Convolution(int kernel, int channels, int filters) => ((long)kernel * kernel * channels * filters) + filters;
    }

    [Fact]
    public void The_first_Inception_module_has_the_paper_s_channels_and_weights()
    {
        IReadOnlyList<LayerSummary> rows = ArchitectureCatalog.Find(nameof(Inception)).Rows.Layers;

        // 1×1: 64; 3×3: 96, then 128; 5×5: 16, then 32; behind the pooling: 32.
        foreach (long weights in new long[] { 12_352, 18_528, 110_720, 3_088, 12_832, 6_176 })
        {
            rows.Count(layer => layer.Parameters == weights && layer.OutputShape is [28, 28, _]).ShouldBe(1, weights.ToString());
        }

        rows.Single(layer => layer.Name == "concatenate").OutputShape.ShouldBe([28, 28, 256]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_declared_in_a_short_file(string name) =>
        File.ReadAllLines(Source(name)).Length.ShouldBeLessThanOrEqualTo(MostLines);

    [Theory]
    [MemberData(nameof(Names))]
    public void Learns_in_a_few_steps(string name)
    {
        torch.manual_seed(1);
        using IExercise exercise = ArchitectureCatalog.Find(name).Create();

        double[] losses = [.. Training.Run(exercise, steps: 3, batchSize: 1)];

        losses.ShouldAllBe(loss => double.IsFinite(loss));
        losses[^1].ShouldBeLessThan(losses[0]);
    }

    private static string Source(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, $"../../samples/Architectures/{name}.cs");
}
