using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>
/// Uniform start values lie within Keras's bounds and fill them. Keras counts fans by its own kernel shapes: (kernel, channels,
/// multiplier) where a convolution is depthwise, (kernel, filters, channels) where it is transposed.
/// </summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class StartValueTests
{
    [Theory]
    [InlineData("[Conv1D(32, 5)]", "weight", 6.0 / ((5 * 16) + (5 * 32)))]
    [InlineData("[Conv1D(32, 5, Groups = 2, KernelInitializer = Initializer.HeUniform)]", "weight", 6.0 / (5 * 8))]
    [InlineData("[DepthwiseConv1D(5, DepthMultiplier = 4)]", "weight", 6.0 / ((5 * 16) + (5 * 4)))]
    [InlineData("[DepthwiseConv1D(5, DepthMultiplier = 4, KernelInitializer = Initializer.LecunUniform)]", "weight", 3.0 / (5 * 16))]
    [InlineData("[SeparableConv1D(32, 5, DepthMultiplier = 4)]", "depthwise.weight", 6.0 / ((5 * 16) + (5 * 4)))]
    [InlineData("[SeparableConv1D(32, 5, DepthMultiplier = 4)]", "pointwise.weight", 6.0 / ((16 * 4) + 32))]
    [InlineData("[Conv1DTranspose(32, 5)]", "weight", 6.0 / ((5 * 16) + (5 * 32)))]
    [InlineData("[Conv1DTranspose(32, 5, KernelInitializer = Initializer.HeUniform)]", "weight", 6.0 / (5 * 32))]
    [InlineData("[Conv1D(32, 5, BiasInitializer = Initializer.HeUniform)]", "bias", 6.0 / 32)]
    [InlineData("[Conv1D(32, 5, KernelInitializer = Initializer.RandomUniform, KernelInitializerValue = 0.3)]", "weight", 0.3 * 0.3)]
    [InlineData("[Conv1D(32, 5, KernelInitializer = Initializer.VarianceScaling, KernelInitializerValue = 2, KernelInitializerMode = FanMode.FanOut, "
        + "KernelInitializerDistribution = Distribution.Uniform)]", "weight", 3 * 2.0 / (5 * 32))]
    [InlineData("[Conv1D(32, 5, KernelInitializer = Initializer.VarianceScaling, KernelInitializerMode = FanMode.FanAvg, "
        + "KernelInitializerDistribution = Distribution.Uniform)]", "weight", 3 * 2.0 / ((5 * 16) + (5 * 32)))]
    public void Uniform_ones_fill_Keras_s_bounds(string layer, string weight, double squaredBound)
    {
        using LoadedModel model = LoadedModel.Load($"[Model]\n[Input(60, 16)]\n{layer}\ninternal partial class Cnn;");
        double bound = Math.Sqrt(squaredBound);

        float[] values = model.Module.state_dict().Single(entry => entry.Key.EndsWith(weight, StringComparison.Ordinal)).Value.data<float>().ToArray();

        values.Max(Math.Abs).ShouldBeInRange((float)(0.9 * bound), (float)(bound * (1 + 1e-6)));
        values.Average().ShouldBe(0, bound / 4);
    }

    [Theory]
    [InlineData("", 1.0 / 320, true)]
    [InlineData(", KernelInitializerValue = 2, KernelInitializerMode = FanMode.FanOut", 2.0 / 640, true)]
    [InlineData(", KernelInitializerDistribution = Distribution.UntruncatedNormal", 1.0 / 320, false)]
    public void A_scaled_variance_is_that_of_the_values(string arguments, double variance, bool isTruncated)
    {
        float[] values = Weights($"[Conv1D(128, 5, KernelInitializer = Initializer.VarianceScaling{arguments})]", 64, "weight").data<float>().ToArray();

        values.Average(value => (double)value * value).ShouldBe(variance, variance * 0.03);
        (values.Max(Math.Abs) <= 2.0001 * Math.Sqrt(variance) / 0.8796).ShouldBe(isTruncated);
    }

    /// <summary>Keras's matrix has a row for each value that goes in and a column for each that comes out.</summary>
    [Theory]
    [InlineData("[Conv1D(8, 5, KernelInitializer = Initializer.Orthogonal, KernelInitializerValue = 3)]", 8, false)]
    [InlineData("[Conv1D(90, 5, KernelInitializer = Initializer.Orthogonal, KernelInitializerValue = 3)]", 90, true)]
    [InlineData("[Conv1DTranspose(8, 5, KernelInitializer = Initializer.Orthogonal, KernelInitializerValue = 3)]", 16, false)]
    [InlineData("[DepthwiseConv1D(5, DepthMultiplier = 4, KernelInitializer = Initializer.Orthogonal, KernelInitializerValue = 3)]", 4, false)]
    public void Orthogonal_ones_are_at_right_angles(string layer, int rows, bool isWide)
    {
        torch.Tensor weight = Weights(layer, 16, "weight");
        using torch.Tensor matrix = layer.Contains("Depthwise") ? weight.reshape(16, 4, 5).transpose(0, 1).reshape(rows, -1) : weight.reshape(rows, -1);
        using torch.Tensor products = isWide ? matrix.transpose(0, 1).matmul(matrix) : matrix.matmul(matrix.transpose(0, 1));

        (products - (9 * torch.eye(products.shape[0]))).abs().max().ToDouble().ShouldBeLessThan(1e-4);
    }

    [Fact]
    public void An_identity_passes_on_and_a_constant_is_one()
    {
        string layer = "[Dense(8, KernelInitializer = Initializer.Identity, KernelInitializerValue = 2, BiasInitializer = Initializer.Constant, BiasInitializerValue = 0.25)]";

        (Weights(layer, 16, "weight") - (2 * torch.eye(8, 16))).abs().max().ToDouble().ShouldBe(0);
        Weights(layer, 16, "bias").data<float>().ToArray().ShouldAllBe(value => value == 0.25f);
    }

    private static torch.Tensor Weights(string layer, int channels, string weight)
    {
        using LoadedModel model = LoadedModel.Load($"[Model]\n[Input(60, {channels})]\n{layer}\ninternal partial class Cnn;");
        return model.Module.state_dict().Single(entry => entry.Key.EndsWith(weight, StringComparison.Ordinal)).Value.detach().clone();
    }
}
