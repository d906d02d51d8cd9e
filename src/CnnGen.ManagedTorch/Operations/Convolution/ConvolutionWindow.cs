using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>How a kernel moves: a number for each spatial axis, and the groups of channels.</summary>
internal readonly record struct ConvolutionWindow(long[] Stride, long[] Before, long[] After, long[] Dilation, long Groups)
{
    public int Axes => Stride.Length;

    /// <summary>With the same padding on both sides.</summary>
    public static ConvolutionWindow Symmetric(int axes, long[]? stride, long[]? padding, long[]? dilation, long groups)
    {
        var pad = AxisArguments.From(padding, axes, 0, nameof(padding));
        return new ConvolutionWindow(
            AxisArguments.From(stride, axes, 1, nameof(stride)), pad, pad, AxisArguments.From(dilation, axes, 1, nameof(dilation)), groups);
    }

    /// <summary>With padding by name; 'same' puts an odd pixel at the end.</summary>
    public static ConvolutionWindow Named(int axes, long[]? stride, TorchSharp.Padding padding, long[]? dilation, long groups, Tensor weight)
    {
        var window = Symmetric(axes, stride, null, dilation, groups);
        if (padding == TorchSharp.Padding.Valid || weight.Impl.Rank != axes + 2) return window;
        if (Array.Exists(window.Stride, step => step != 1)) throw TorchError.Create("padding='same' is not supported for strided convolutions");
        var total = new long[axes];
        for (var i = 0; i < axes; i++) total[i] = window.Dilation[i] * (weight.Impl.Shape[i + 2] - 1);
        return window with { Before = Array.ConvertAll(total, all => all / 2), After = Array.ConvertAll(total, all => all - (all / 2)) };
    }

    public void RequireValid()
    {
        if (Stride.AsSpan().ContainsAnyInRange(long.MinValue, 0)) throw TorchError.Create("non-positive stride is not supported");
        if (Dilation.AsSpan().ContainsAnyInRange(long.MinValue, 0)) throw TorchError.Create("dilation should be greater than zero");
        if (Before.AsSpan().ContainsAnyInRange(long.MinValue, -1)) throw TorchError.Create("negative padding is not supported");
    }

    /// <summary>Pixels from the first to the last that the kernel touches.</summary>
    public long Reach(int axis, long kernel) => (Dilation[axis] * (kernel - 1)) + 1;

    /// <summary>The geometry for the kernels, which know volumes only: what has fewer axes has size 1 along the others.</summary>
    /// <param name="input">Images × channels × spatial axes of what is convolved.</param>
    /// <param name="weight">Filters × channels of a group × kernel.</param>
    public VolumeSize SizeOf(ReadOnlySpan<long> input, ReadOnlySpan<long> weight)
    {
        for (var axis = 0; axis < Axes; axis++) _ = Geometry.Int(input[axis + 2] + Before[axis] + After[axis]);
        var slice = new ConvolutionSize(
            0, Spatial(input, 1), Spatial(input, 0), Geometry.Int(input[1]), Geometry.Int(weight[0]), Spatial(weight, 1), Spatial(weight, 0),
            Of(Stride, 1, 1), Of(Stride, 0, 1), Of(Before, 1, 0), Of(Before, 0, 0), Of(After, 1, 0), Of(After, 0, 0),
            Of(Dilation, 1, 1), Of(Dilation, 0, 1), Geometry.Int(Groups));
        return new VolumeSize(
            Geometry.Int(input[0]), Spatial(input, 2), Spatial(weight, 2), Of(Stride, 2, 1), Of(Dilation, 2, 1), Of(Before, 2, 0), Of(After, 2, 0), slice);
    }

    // Axes are counted from the last.
    private static int Spatial(ReadOnlySpan<long> shape, int fromEnd) => fromEnd < shape.Length - 2 ? Geometry.Int(shape[^(fromEnd + 1)]) : 1;

    private static int Of(long[] values, int fromEnd, int otherwise) => fromEnd < values.Length ? Geometry.Int(values[^(fromEnd + 1)]) : otherwise;
}
