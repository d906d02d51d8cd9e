using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Layers that move a window over a map, on random shapes and arguments, against the naive references.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class WindowRunTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, 18)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_convolution_is_Keras_s(int number)
    {
        var any = new WindowCase(number);
        int groups = any.OneOf(1, 1, 2);
        int filters = groups * any.Between(1, 3);
        NaiveMap input = any.Input(groups * any.Between(1, 2));
        NaiveMap[] weights = any.Weights(filters, input.Channels / groups);
        float[] bias = any.Bias(filters);

        string layer = $"[Conv{any.Axes}D({filters}, {any.Sizes}, {any.Options}, Groups = {groups})]";
        string name = $"conv{any.Axes}d";

        NaiveMap expected = any.Windows.Convolve(input, weights, bias, groups);
        Run(layer, input, Weight($"{name}.weight", weights), Bias($"{name}.bias", bias)).ShouldBe(expected, layer);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_depthwise_convolution_is_Keras_s(int number)
    {
        var any = new WindowCase(number, axes: 1 + (number % 2), hasCausal: false);
        int multiplier = any.Between(1, 3);
        NaiveMap input = any.Input(any.Between(1, 3));
        NaiveMap[] weights = any.Weights(input.Channels * multiplier, 1);
        float[] bias = any.Bias(weights.Length);

        string layer = $"[DepthwiseConv{any.Axes}D({any.Sizes}, {any.Options}, DepthMultiplier = {multiplier})]";
        string name = $"depthwise_conv{any.Axes}d";

        NaiveMap expected = any.Windows.Convolve(input, weights, bias, input.Channels);
        Run(layer, input, Weight($"{name}.weight", weights), Bias($"{name}.bias", bias)).ShouldBe(expected, layer);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_separable_convolution_is_Keras_s(int number)
    {
        var any = new WindowCase(number, axes: 1 + (number % 2));
        int multiplier = any.Between(1, 2);
        int filters = any.Between(1, 4);
        NaiveMap input = any.Input(any.Between(1, 3));
        NaiveMap[] depthwise = any.Weights(input.Channels * multiplier, 1);
        int[] ones = [.. Enumerable.Repeat(1, any.Axes)];
        NaiveMap[] pointwise = any.Weights(filters, depthwise.Length, ones);
        float[] bias = any.Bias(filters);

        string layer = $"[SeparableConv{any.Axes}D({filters}, {any.Sizes}, {any.Options}, DepthMultiplier = {multiplier})]";
        string name = $"separable_conv{any.Axes}d";

        NaiveMap between = any.Windows.Convolve(input, depthwise, new float[depthwise.Length], input.Channels);
        NaiveMap expected = new NaiveWindows(ones, ones, ones, Pad.Valid).Convolve(between, pointwise, bias, 1);
        Run(
            layer, input, Weight($"{name}_depthwise.weight", depthwise), Weight($"{name}_pointwise.weight", pointwise),
            Bias($"{name}_pointwise.bias", bias)).ShouldBe(expected, layer);
    }

    /// <summary>With 'same' it is the gradient of the convolution that makes the input's size of the output's.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_transposed_convolution_is_Keras_s(int number)
    {
        var any = new WindowCase(number, hasCausal: false);
        int filters = any.Between(1, 3);
        NaiveMap input = any.Input(any.Between(1, 3), smallest: 1);
        NaiveMap[] weights = any.Weights(input.Channels, filters);
        float[] bias = any.Bias(filters);

        string layer = $"[Conv{any.Axes}DTranspose({filters}, {any.Sizes}, {any.Options})]";
        string name = $"conv{any.Axes}d_transpose";
        int[] sizes = [.. input.Sizes.Select((size, axis) => any.Windows.Padding == Pad.Same
            ? size * any.Windows.Strides[axis]
            : (size * any.Windows.Strides[axis]) + Math.Max(((any.Windows.Kernel[axis] - 1) * any.Windows.Dilation[axis]) + 1 - any.Windows.Strides[axis], 0))];

        NaiveMap expected = any.Windows.Transpose(input, weights, bias, sizes);
        Run(layer, input, Weight($"{name}.weight", weights), Bias($"{name}.bias", bias)).ShouldBe(expected, layer);
    }

    [Theory]
    [InlineData("Strides = 2, OutputPadding = 1", Pad.Same, new[] { 3, 3 }, new[] { 2, 2 }, new[] { 10, 8 })]
    [InlineData("Strides = 2, OutputPadding = 0", Pad.Same, new[] { 3, 3 }, new[] { 2, 2 }, new[] { 9, 7 })]
    [InlineData("Strides = 3, StridesWidth = 2, OutputPadding = 2, OutputPaddingWidth = 1", Pad.Valid, new[] { 2, 3 }, new[] { 3, 2 }, new[] { 16, 10 })]
    [InlineData("Strides = 3, StridesWidth = 2, OutputPadding = 2, OutputPaddingWidth = 0", Pad.Same, new[] { 5, 1 }, new[] { 3, 2 }, new[] { 15, 7 })]
    public void Output_padding_lies_at_the_end(string options, Pad padding, int[] kernel, int[] strides, int[] sizes)
    {
        var random = new Random(7);
        NaiveMap input = NaiveMap.Random(random, 2, [5, 4]);
        NaiveMap[] weights = [NaiveMap.Random(random, 3, kernel), NaiveMap.Random(random, 3, kernel)];
        float[] bias = [1, 2, 3];
        string layer = $"[Conv2DTranspose(3, {kernel[0]}, {kernel[1]}, {options}, Padding = Pad.{padding})]";

        NaiveMap expected = new NaiveWindows(kernel, strides, [1, 1], padding).Transpose(input, weights, bias, sizes);
        Run(layer, input, Weight("conv2d_transpose.weight", weights), Bias("conv2d_transpose.bias", bias)).ShouldBe(expected, layer);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_pooling_counts_the_real_pixels_only(int number)
    {
        var any = new WindowCase(number, hasCausal: false, hasDilation: false);
        bool isMax = number % 2 == 0;
        NaiveMap input = any.Input(any.Between(1, 3));

        string layer = $"[{(isMax ? "Max" : "Average")}Pooling{any.Axes}D({any.Sizes}, {any.Options})]";

        NaiveMap expected = any.Windows.Pool(input, values => isMax ? values.Max() : values.Average());
        Run(layer, input).ShouldBe(expected, layer);
    }

    private static NaiveMap Run(string layer, NaiveMap input, params Weight[] weights)
    {
        using LoadedModel model = LoadedModel.Load(
            $"[Model]\n[Input({string.Join(", ", input.Sizes)}, {input.Channels})]\n{layer}\ninternal partial class Cnn;");
        model.Model.SetWeights(weights);
        using torch.Tensor batch = torch.tensor(input.Values, [1, input.Channels, .. input.Sizes.Select(size => (long)size)]);
        using torch.Tensor output = model.Module.call(batch);
        var result = new NaiveMap((int)output.shape[1], [.. output.shape.Skip(2).Select(size => (int)size)]);
        output.contiguous().data<float>().CopyTo(result.Values);
        return result;
    }

    private static Weight Weight(string name, NaiveMap[] maps) => new(
        name, [maps.Length, maps[0].Channels, .. maps[0].Sizes.Select(size => (long)size)], maps.SelectMany(map => map.Values).ToArray());

    private static Weight Bias(string name, float[] values) => new(name, [values.Length], values);
}
