using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>
/// Uniform start values lie within Keras's bounds and fill them. Keras counts fans by its own kernel shapes: (kernel, channels,
/// multiplier) where a convolution is depthwise, (kernel, filters, channels) where it is transposed.
/// </summary>
[Collection(nameof(RunsModels))]
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
    public void Uniform_ones_fill_Keras_s_bounds(string layer, string weight, double squaredBound)
    {
        using LoadedModel model = LoadedModel.Load($"[Model]\n[Input(60, 16)]\n{layer}\ninternal partial class Cnn;");
        double bound = Math.Sqrt(squaredBound);

        float[] values = model.Module.state_dict().Single(entry => entry.Key.EndsWith(weight, StringComparison.Ordinal)).Value.data<float>().ToArray();

        values.Max(Math.Abs).ShouldBeInRange((float)(0.9 * bound), (float)(bound * (1 + 1e-6)));
        values.Average().ShouldBe(0, bound / 4);
    }
}
