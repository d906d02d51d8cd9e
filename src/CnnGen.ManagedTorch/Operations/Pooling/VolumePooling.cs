using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// 3-D pooling in two passes: the slices as images, then along the depth. Both passes pick the first of equal maxima, so
/// the first in the order of the volume is picked.
/// </summary>
internal static class VolumePooling
{
    public static Tensor Max(Tensor input, long[] window, long[] stride, long[] padding, long[] dilation, bool ceil) =>
        InTwoPasses(
            input, "max_pool3d",
            slices => PoolingOperation.Max("max_pool3d", slices, Plane(window), Plane(stride), Plane(padding), Plane(dilation), ceil),
            columns => PoolingOperation.Max("max_pool3d", columns, (window[0], 1), (stride[0], 1), (padding[0], 0), (dilation[0], 1), ceil));

    /// <summary>An average of averages is the average: what a window covers is the same number of pixels in each of its slices.</summary>
    public static Tensor Average(Tensor input, long[] window, long[] stride, long[] padding, bool ceil, bool countIncludePad, long? divisor)
    {
        if (divisor == 0) throw TorchError.Create("divisor must be not zero");
        long? none = divisor is null ? null : 1;
        return InTwoPasses(
            input, "avg_pool3d",
            slices => PoolingOperation.Average("avg_pool3d", slices, Plane(window), Plane(stride), Plane(padding), ceil, countIncludePad, none),
            columns => PoolingOperation.Average("avg_pool3d", columns, (window[0], 1), (stride[0], 1), (padding[0], 0), ceil, countIncludePad, divisor));
    }

    /// <summary>Averages to a given size.</summary>
    public static Tensor Average(Tensor input, long[] target)
    {
        if (Array.TrueForAll(target, size => size == 1) && input.Impl.Rank is 4 or 5) return input.mean([-3, -2, -1], true);
        return InTwoPasses(
            input, "adaptive_avg_pool3d",
            slices => AdaptivePoolingOperation.Average(slices, Plane(target)),
            columns => AdaptivePoolingOperation.Average(columns, (target[0], -1)));
    }

    private static Tensor InTwoPasses(Tensor input, string name, Func<Tensor, Tensor> poolSlices, Func<Tensor, Tensor> poolDepth)
    {
        Tensor.RequireFloat32(input, name);
        using var scope = NewDisposeScope();
        if (input.Impl.Rank == 4) return InTwoPasses(input.unsqueeze(0), name, poolSlices, poolDepth).squeeze(0).MoveToOuterDisposeScope();
        var x = input.Impl.Shape;
        if (x.Length != 5) throw TorchError.Create($"{name}: expected 4D or 5D input, but got input of size {Geometry.Format(x)}");

        var (n, c, d) = (x[0], x[1], x[2]);
        var slices = poolSlices(input.permute(0, 2, 1, 3, 4).reshape(n * d, c, x[3], x[4]));
        var (height, width) = (slices.Impl.Shape[2], slices.Impl.Shape[3]);
        var columns = poolDepth(slices.reshape(n, d, c, height, width).permute(0, 2, 1, 3, 4).reshape(n, c, d, height * width));
        return columns.reshape(n, c, columns.Impl.Shape[2], height, width).MoveToOuterDisposeScope();
    }

    private static (long H, long W) Plane(long[] values) => (values[1], values[2]);
}
