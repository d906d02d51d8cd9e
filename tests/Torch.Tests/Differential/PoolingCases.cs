using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

internal static class PoolingCases
{
    public static IReadOnlyList<Family> Families { get; } =
    [
        new("MaxPool", 90, Max),
        new("MaxPoolPlaces", 20, MaxWithPlaces),
        new("AveragePool", 90, Average),
        new("AdaptiveAveragePool", 50, AdaptiveAverage),
        new("AdaptiveMaxPool", 30, AdaptiveMax),
    ];

    // No window may lie in the padding altogether: it has no largest element, and PyTorch's own gradient of it goes astray.
    private static Trial Max(Any any)
    {
        var axes = any.OneOf(2, 1, 3);
        var (kernel, stride, dilation) = (any.Axes(axes, 1, 4), any.Axes(axes, 1, 4), any.Axes(axes, 1, 2));
        var padding = HalfAtMost(any, kernel);
        var ceil = any.Flag();
        return Trial.Of(
            $"F.max_pool{axes}d(x, {Python.Of(kernel)}, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(dilation)}, {Python.Of(ceil)})",
            x => axes switch
            {
                1 => F.max_pool1d(x, kernel[0], stride[0], padding[0], dilation[0], ceil),
                2 => F.max_pool2d(x, kernel, stride, padding, dilation, ceil),
                _ => F.max_pool3d(x, kernel, stride, padding, dilation, ceil),
            },
            any.Distinct("x", AnyImages(any, kernel, [0, 0, 0], dilation)));
    }

    private static Trial MaxWithPlaces(Any any)
    {
        var (kernel, stride) = (any.Axes(2, 1, 3), any.Axes(2, 1, 3));
        var padding = HalfAtMost(any, kernel);
        var ceil = any.Flag();
        return Trial.Of(
            $"F.max_pool2d_with_indices(x, {Python.Of(kernel)}, {Python.Of(stride)}, {Python.Of(padding)}, 1, {Python.Of(ceil)})[1]",
            x => F.max_pool2d_with_indices(x, kernel, stride, padding, null, ceil).indices,
            any.Distinct("x", AnyImages(any, kernel, padding, [1, 1])));
    }

    // PyTorch wants a volume to be as large as the window, whatever its padding.
    private static Trial Average(Any any)
    {
        var axes = any.OneOf(2, 1, 3);
        var (kernel, stride) = (any.Axes(axes, 1, 4), any.Axes(axes, 1, 4));
        var padding = HalfAtMost(any, kernel);
        var (ceil, countPadding) = (any.Flag(), any.Flag());
        long? divisor = axes > 1 && any.Flag(0.3) ? any.Between(1, 5) : null;
        return Trial.Of(
            $"F.avg_pool{axes}d(x, {Python.Of(kernel)}, {Python.Of(stride)}, {Python.Of(padding)}, {Python.Of(ceil)}, {Python.Of(countPadding)}"
            + (axes > 1 ? $", {Python.Of(divisor)})" : ")"),
            x => axes switch
            {
                1 => F.avg_pool1d(x, kernel[0], stride[0], padding[0], ceil, countPadding),
                2 => F.avg_pool2d(x, kernel, stride, padding, ceil, countPadding, divisor),
                _ => F.avg_pool3d(x, kernel, stride, padding, ceil, countPadding, divisor),
            },
            any.Input("x", AnyImages(any, kernel, axes == 3 ? [0, 0, 0] : padding, [1, 1, 1])));
    }

    private static Trial AdaptiveAverage(Any any)
    {
        var axes = any.OneOf(2, 1, 3);
        var size = any.Flag(0.2) ? any.Axes(axes, 1, 1) : any.Axes(axes, 1, 7);
        long[] images = [.. any.Flag(0.1) ? Array.Empty<long>() : [any.Batch()], any.Between(1, 20), .. any.Axes(axes, 1, 9)];
        return Trial.Of(
            $"F.adaptive_avg_pool{axes}d(x, {Python.Of(size)})",
            x => axes switch
            {
                1 => F.adaptive_avg_pool1d(x, size[0]),
                2 => F.adaptive_avg_pool2d(x, size),
                _ => F.adaptive_avg_pool3d(x, size),
            },
            any.Input("x", images));
    }

    private static Trial AdaptiveMax(Any any)
    {
        var size = any.Axes(2, 1, 7);
        return Trial.Of(
            $"F.adaptive_max_pool2d(x, {Python.Of(size)})", x => F.adaptive_max_pool2d(x, size),
            any.Distinct("x", any.Batch(), any.Between(1, 9), any.Between(1, 11), any.Between(1, 11)));
    }

    private static long[] HalfAtMost(Any any, long[] kernel) => [.. kernel.Select(size => any.Between(0, (int)size / 2))];

    private static long[] AnyImages(Any any, long[] kernel, long[] padding, long[] dilation) =>
        [.. any.Flag(0.1) ? Array.Empty<long>() : [any.Batch()], any.Between(1, 20), .. any.SizesFor(kernel, padding, dilation, 6)];
}
