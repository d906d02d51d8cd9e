using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Images brought to another size, one axis after the other.</summary>
internal static unsafe class InterpolateOperation
{
    public static Tensor Apply(
        Tensor input, long[]? size, double[]? scaleFactor, InterpolationMode mode, bool? alignCorners, bool recomputeScaleFactor, bool antialias)
    {
        Tensor.RequireFloat32(input, "interpolate");
        if (antialias) throw new NotSupportedException("Antialiasing is not supported by this backend.");
        var shape = input.Impl.Shape;
        var axes = shape.Length - 2;
        RequireMode(mode, axes, alignCorners, shape);
        if (size is null == scaleFactor is null) throw new ArgumentException("only one of size or scale_factor should be defined");
        if ((size?.Length ?? scaleFactor!.Length) != axes)
            throw TorchError.Create($"size or scale_factor must have a number for each spatial axis of the input, but the input is {Geometry.Format(shape)}");
        var target = size ?? Sizes(shape, scaleFactor!);
        RequireSizes(shape, target);
        if (mode == InterpolationMode.Area) return AreaAverage(input, target);

        using var scope = NewDisposeScope();
        var result = input.alias();
        for (var axis = 0; axis < axes; axis++)
        {
            double? factor = scaleFactor is null || recomputeScaleFactor ? null : scaleFactor[axis];
            if (target[axis] == shape[axis + 2] && factor is null or 1.0) continue;
            var resampled = Axis(mode, Geometry.Int(shape[axis + 2]), Geometry.Int(target[axis]), factor, alignCorners ?? false);
            result = AlongAxis(result, axis + 2, resampled);
        }

        return result.MoveToOuterDisposeScope();
    }

    private static ResampledAxis Axis(InterpolationMode mode, int length, int newLength, double? factor, bool alignCorners)
    {
        var scale = factor is { } given ? (float)(1 / given) : (float)length / newLength;
        var corners = newLength > 1 ? (float)(length - 1) / (newLength - 1) : 0;
        return mode switch
        {
            InterpolationMode.Nearest => Resampling.Nearest(length, newLength, scale, false),
            InterpolationMode.NearestExact => Resampling.Nearest(length, newLength, scale, true),
            InterpolationMode.Bicubic => Resampling.Cubic(length, newLength, alignCorners ? corners : scale, alignCorners),
            _ => Resampling.Linear(length, newLength, alignCorners ? corners : scale, alignCorners),
        };
    }

    private static Tensor AlongAxis(Tensor input, int dim, ResampledAxis axis)
    {
        var (outer, inner) = Around(input.Impl.Shape, dim);
        var shape = (long[])input.Impl.Shape.Clone();
        shape[dim] = axis.NewLength;
        using var x = input.Arranged(MemoryLayout.ChannelsLast);
        var result = Tensor.New(shape, ScalarType.Float32, MemoryLayout.ChannelsLast);
        axis.Forward(outer, inner, x.Impl.Floats, result.Impl.Floats);
        return Tape.Records(input)
            ? Tape.Record(result, "InterpolateBackward", [input], [], (axis, outer, inner), static (node, in state, gradient) =>
            {
                using var dy = gradient.Arranged(MemoryLayout.ChannelsLast);
                var dx = Tensor.New(node.InputShape(0), ScalarType.Float32, MemoryLayout.ChannelsLast);
                state.axis.Backward(state.outer, state.inner, dy.Impl.Floats, dx.Impl.Floats);
                node.Give(0, dx);
            })
            : result;
    }

    // In channels-last order: what varies slower than the axis, and what faster.
    private static (long Outer, int Inner) Around(long[] shape, int dim) =>
        (shape[0] * Geometry.ElementCount(shape.AsSpan(2..dim)), Geometry.Int(shape[1] * Geometry.ElementCount(shape.AsSpan(dim + 1))));

    private static Tensor AreaAverage(Tensor input, long[] target) => target.Length switch
    {
        1 => SignalPooling.Average(input, target[0]),
        2 => AdaptivePoolingOperation.Average(input, (target[0], target[1])),
        _ => VolumePooling.Average(input, target),
    };

    private static void RequireSizes(long[] shape, long[] target)
    {
        if (shape.AsSpan(2).ContainsAnyInRange(long.MinValue, 0) || target.AsSpan().ContainsAnyInRange(long.MinValue, 0))
        {
            throw TorchError.Create(
                $"Input and output sizes should be greater than 0, but got input {Geometry.Format(shape.AsSpan(2))} output {Geometry.Format(target)}");
        }

        if (shape[1] == 0) throw TorchError.Create($"Non-empty data tensor expected but got a tensor with sizes {Geometry.Format(shape)}");
    }

    private static long[] Sizes(long[] shape, double[] factors)
    {
        var sizes = new long[factors.Length];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = (long)Math.Floor(shape[i + 2] * factors[i]);
        return sizes;
    }

    private static void RequireMode(InterpolationMode mode, int axes, bool? alignCorners, long[] shape)
    {
        var wanted = mode switch
        {
            InterpolationMode.Linear => 1,
            InterpolationMode.Bilinear or InterpolationMode.Bicubic => 2,
            InterpolationMode.Trilinear => 3,
            _ => axes,
        };
        if (axes is < 1 or > 3 || wanted != axes)
            throw TorchError.Create($"Interpolation of mode {mode} does not fit input of size {Geometry.Format(shape)}: it takes {wanted + 2} dimensions");
        var interpolates = mode is InterpolationMode.Linear or InterpolationMode.Bilinear or InterpolationMode.Bicubic or InterpolationMode.Trilinear;
        if (alignCorners is not null && !interpolates)
            throw TorchError.Create("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear");
    }
}
