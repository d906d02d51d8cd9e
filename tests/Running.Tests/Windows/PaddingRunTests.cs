using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Keras's padding, by values: the odd pixel lies at the bottom and the right, and padding never counts in a pool.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class PaddingRunTests
{
    [Theory]
    [InlineData(28, 3, 2, 0)]
    [InlineData(7, 3, 2, 1)]
    [InlineData(28, 2, 1, 0)]
    [InlineData(6, 4, 1, 1)]
    [InlineData(5, 5, 3, 1)]
    [InlineData(28, 3, 1, 1)]
    public void Convolution_reads_from_the_pixel_that_Keras_starts_at(int size, int kernel, int stride, int before)
    {
        using LoadedModel model = LoadedModel.Load(
            $"[Model]\n[Input({size}, {size}, 1)]\n[Conv2D(1, {kernel}, Strides = {stride}, Padding = Pad.Same)]\ninternal partial class Cnn;");
        // A kernel that takes the last row and column of its window: pixel (kernel − 1 − before) for the first output.
        float[] weights = new float[kernel * kernel];
        weights[^1] = 1;
        model.Model.SetWeights([new Weight("conv2d.weight", [1, 1, kernel, kernel], weights), new Weight("conv2d.bias", [1], new float[1])]);
        float[] pixels = [.. Enumerable.Range(0, size * size).Select(i => (float)i)];

        using torch.Tensor output = model.Module.call(torch.tensor(pixels, [1, 1, size, size]));

        int expected = kernel - 1 - before;
        output[0, 0, 0, 0].item<float>().ShouldBe(expected * size + expected);
        output.shape[2].ShouldBe((size + stride - 1) / stride);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(2, 1)]
    [InlineData(4, 3)]
    public void The_mean_of_ones_is_one_at_the_border_too(int pool, int stride)
    {
        using LoadedModel model = LoadedModel.Load(
            $"[Model]\n[Input(6, 7, 2)]\n[AveragePooling2D({pool}, Strides = {stride}, Padding = Pad.Same)]\ninternal partial class Cnn;");

        using torch.Tensor output = model.Module.call(torch.ones([1, 2, 6, 7]));

        output.contiguous().data<float>().ToArray().ShouldAllBe(value => Math.Abs(value - 1) < 1e-6);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(2, 1)]
    [InlineData(4, 3)]
    public void The_largest_of_negative_values_is_negative_at_the_border_too(int pool, int stride)
    {
        using LoadedModel model = LoadedModel.Load(
            $"[Model]\n[Input(6, 7, 2)]\n[MaxPooling2D({pool}, Strides = {stride}, Padding = Pad.Same)]\ninternal partial class Cnn;");

        using torch.Tensor output = model.Module.call(torch.full([1, 2, 6, 7], -3f));

        output.contiguous().data<float>().ToArray().ShouldAllBe(value => value == -3);
    }
}
