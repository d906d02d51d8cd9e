using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

internal static class ConvolutionCases
{
    // Larger images are left to fewer channels: the whole run is to take seconds.
    private const int MostProducts = 6_000_000;

    public static IReadOnlyList<Family> Families { get; } =
    [
        new("Convolution", 120, Convolution),
        new("ThreeByThree", 120, ThreeByThree),
        new("Depthwise", 40, Depthwise),
        new("NamedPadding", 30, NamedPadding),
        new("ConvolutionThenActivation", 40, ConvolutionThenActivation),
        new("TransposedConvolution", 90, TransposedConvolution),
    ];

    private static Trial Convolution(Any any)
    {
        var axes = any.OneOf(2, 1, 3);
        var groups = any.OneOf(1L, 1, 1, 2, 3);
        var (channels, filters) = (groups * any.Between(1, 5), groups * any.Between(1, axes == 3 ? 5 : 20));
        var (kernel, stride) = (any.Axes(axes, 1, axes == 3 ? 3 : 5), any.Axes(axes, 1, 3));
        var (padding, dilation) = (any.Axes(axes, 0, 3), any.Axes(axes, 1, 3));
        var sizes = any.SizesFor(kernel, padding, dilation, axes == 2 ? 12 : 6);
        return Convolve(
            any, axes, [.. any.Flag(0.1) ? Array.Empty<long>() : [any.Batch()], channels, .. sizes],
            [filters, channels / groups, .. kernel], stride, padding, dilation, groups);
    }

    /// <summary>Stride 1, any number of channels, odd sizes, all paddings: what is computed by other means than a sum over taps.</summary>
    private static Trial ThreeByThree(Any any)
    {
        var (channels, filters) = (AnyWidth(any), AnyWidth(any));
        var padding = any.OneOf<long[]>([1, 1], [0, 0], [1, 0], [0, 1], [2, 2], [2, 1], [3, 3]);
        var (height, width) = (any.Between((int)Math.Max(1, 3 - (2 * padding[0])), 19), any.Between((int)Math.Max(1, 3 - (2 * padding[1])), 31));
        var batch = any.Flag(0.05) ? 0 : any.Between(1, 9);
        while (batch > 1 && batch * channels * filters * height * width > MostProducts)
        {
            batch--;
        }

        return Convolve(any, 2, [batch, channels, height, width], [filters, channels, 3, 3], [1, 1], padding, [1, 1], 1);
    }

    private static long AnyWidth(Any any) =>
        any.OneOf(8L, 16, 32, 64, 0) is > 0 and var width ? width : any.Between(1, 80);

    private static Trial Convolve(
        Any any, int axes, long[] input, long[] weight, long[] stride, long[] padding, long[] dilation, long groups)
    {
        var spread = 1 / Math.Sqrt(weight[1..].Aggregate(1.0, (product, size) => product * size));
        Operand[] operands = [any.Input("x", input), any.Uniform("w", -2 * spread, 2 * spread, weight)];
        operands[1] = any.Flag(0.1) ? operands[1].WithoutGradient() : operands[1];
        var hasBias = any.Flag(0.7);
        return new(
            $"F.conv{axes}d(x, w, {(hasBias ? "b" : "None")}, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(dilation)}, {groups})",
            t => axes switch
            {
                1 => F.conv1d(t[0], t[1], t.ElementAtOrDefault(2), stride[0], padding[0], dilation[0], groups),
                2 => F.conv2d(t[0], t[1], t.ElementAtOrDefault(2), stride, padding, dilation, groups),
                _ => F.conv3d(t[0], t[1], t.ElementAtOrDefault(2), stride, padding, dilation, groups),
            },
            hasBias ? [.. operands, any.Tensor("b", weight[0])] : operands);
    }

    private static Trial Depthwise(Any any)
    {
        var axes = any.OneOf(2, 2, 1, 3);
        var channels = any.Between(1, 40);
        var multiplier = any.OneOf(1, 1, 2, 3);
        var (kernel, stride) = (any.Axes(axes, 1, axes == 3 ? 3 : 5), any.Axes(axes, 1, 2));
        var (padding, dilation) = (any.Axes(axes, 0, 2), any.Axes(axes, 1, 2));
        return Convolve(
            any, axes, [any.Batch(), channels, .. any.SizesFor(kernel, padding, dilation, 8)], [channels * multiplier, 1, .. kernel],
            stride, padding, dilation, channels);
    }

    private static Trial NamedPadding(Any any)
    {
        var axes = any.OneOf(2, 1, 3);
        var groups = any.OneOf(1L, 1, 2);
        var (kernel, dilation) = (any.Axes(axes, 1, 4), any.Axes(axes, 1, 2));
        var padding = any.OneOf(Padding.Same, Padding.Valid);
        return Trial.Of(
            $"F.conv{axes}d(x, w, None, 1, '{(padding == Padding.Same ? "same" : "valid")}', {Python.Of(dilation)}, {groups})",
            (x, w) => axes switch
            {
                1 => F.conv1d_padding(x, w, null, 1, padding, dilation[0], groups),
                2 => F.conv2d_padding(x, w, null, null, padding, dilation, groups),
                _ => F.conv3d_padding(x, w, null, null, padding, dilation, groups),
            },
            any.Input("x", [any.Batch(), 4, .. any.Axes(axes, 7, 9)]),
            any.Tensor("w", [groups * any.Between(1, 9), 4 / groups, .. kernel]));
    }

    private static Trial ConvolutionThenActivation(Any any)
    {
        var (name, activation) = any.OneOf<(string, Func<Tensor, Tensor>)>(
            ("F.relu(*)", y => F.relu(y)), ("F.relu(*, True)", y => F.relu(y, true)), ("F.leaky_relu(*, 0.2)", y => F.leaky_relu(y, 0.2)),
            ("F.gelu(*)", y => F.gelu(y)), ("torch.tanh(*)", torch.tanh), ("F.max_pool2d(F.relu(*), 2)", y => F.max_pool2d(F.relu(y), 2)));
        var (channels, filters, stride, padding) = (any.Between(1, 16), any.Between(1, 24), any.Between(1, 2), any.Between(0, 1));
        return Trial.Of(
            name.Replace("*", $"F.conv2d(x, w, b, {stride}, {padding})", StringComparison.Ordinal),
            (x, w, b) => activation(F.conv2d(x, w, b, [stride, stride], [padding, padding])),
            any.Tensor("x", any.Batch(), channels, any.Between(5, 13), any.Between(5, 13)),
            any.Tensor("w", filters, channels, 3, 3),
            any.Tensor("b", filters)) with { IsNetwork = true };
    }

    private static Trial TransposedConvolution(Any any)
    {
        var axes = any.OneOf(2, 1, 3);
        var groups = any.OneOf(1L, 1, 2, 3);
        var (channels, filters) = (groups * any.Between(1, 5), groups * any.Between(1, 9));
        var (kernel, stride, dilation) = (any.Axes(axes, 1, 4), any.Axes(axes, 1, 3), any.Axes(axes, 1, 3));
        long[] padding = [.. kernel.Select(size => any.Between(0, (int)(size - 1) / 2))];
        long[] more = [.. stride.Select((step, axis) => any.Between(0, (int)Math.Max(step, dilation[axis]) - 1))];
        return Trial.Of(
            $"F.conv_transpose{axes}d(x, w, b, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(more)}, {groups}, {Python.Of(dilation)})",
            (x, w, b) => axes switch
            {
                1 => F.conv_transpose1d(x, w, b, stride[0], padding[0], more[0], dilation[0], groups),
                2 => F.conv_transpose2d(x, w, b, stride, padding, more, dilation, groups),
                _ => F.conv_transpose3d(x, w, b, stride, padding, more, dilation, groups),
            },
            any.Input("x", [.. any.Flag(0.1) ? Array.Empty<long>() : [any.Batch()], channels, .. any.Axes(axes, 1, axes == 3 ? 4 : 8)]),
            any.Tensor("w", [channels, filters / groups, .. kernel]),
            any.Tensor("b", filters));
    }
}
