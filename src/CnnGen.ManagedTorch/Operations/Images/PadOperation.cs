using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Padding of the last dimensions; here with a constant.</summary>
internal static unsafe class PadOperation
{
    public static Tensor Apply(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode, double value)
    {
        var rank = input.Impl.Rank;
        if (pad.Length % 2 != 0 || pad.Length > 2 * rank)
            throw TorchError.Create($"Padding length must be divisible by 2 and at most twice the number of dimensions ({rank}), but got {pad.Length}");
        if (mode is not (PaddingModes.Constant or PaddingModes.Zeros)) return BorderPadding.Apply(input, pad, mode);

        Span<long> before = stackalloc long[rank];
        Span<long> after = stackalloc long[rank];
        Span<long> shape = stackalloc long[rank];
        input.Impl.Shape.CopyTo(shape);
        for (var i = 0; i < pad.Length / 2; i++)
        {
            var dim = rank - 1 - i;
            (before[dim], after[dim]) = (pad[2 * i], pad[(2 * i) + 1]);
            var size = (Int128)shape[dim] + before[dim] + after[dim];
            if (size < 0 || before[dim] < -shape[dim] || after[dim] < -shape[dim])
            {
                throw TorchError.Create(
                    $"The input size {input.Impl.Shape[dim]}, plus negative padding {before[dim]} and {after[dim]}, resulted in a negative output size");
            }

            if (size > long.MaxValue) throw TorchError.Create($"Padding of {before[dim]} and {after[dim]} makes a dimension of too many elements");
            shape[dim] = (long)size;
        }

        var layout = input.Impl.Layout;
        if (AreZerosAroundImages(input, before, shape, mode, value)) return LatePadding.Of(input.Impl, Dimensions.Of(before), Dimensions.Of(shape));
        var result = Tensor.New(shape, input.dtype, layout);
        Fill(input.Impl, result.Impl, before, mode == PaddingModes.Zeros ? 0 : value);
        return Tape.Records(input)
            ? Tape.Record(result, "ConstantPadBackward", [input], [], new State(Dimensions.Of(before), layout), Backward)
            : result;
    }

    // What a convolution, outside the tape, can do without.
    private static bool AreZerosAroundImages(Tensor input, ReadOnlySpan<long> before, ReadOnlySpan<long> shape, PaddingModes mode, double value)
    {
        if (input.Impl.Rank != 4 || input.dtype != ScalarType.Float32 || Tape.Records(input) || !input.Impl.Has(input.Impl.Layout)) return false;
        if (mode == PaddingModes.Constant && (value != 0 || double.IsNegative(value)) || Geometry.ElementCount(shape) == 0) return false;
        for (var dim = 0; dim < 4; dim++)
        {
            var after = shape[dim] - input.Impl.Shape[dim] - before[dim];
            if (dim < 2 ? before[dim] != 0 || after != 0 : before[dim] < 0 || after < 0) return false;
        }

        return true;
    }

    private readonly record struct State(long[] Before, MemoryLayout Layout);

    private static void Backward(Node node, in State state, Tensor gradient)
    {
        var dx = Tensor.New(node.InputShape(0), gradient.dtype, state.Layout);
        Span<long> before = stackalloc long[state.Before.Length];
        for (var i = 0; i < before.Length; i++) before[i] = -state.Before[i];
        // What was cut off has no gradient.
        Fill(gradient.Impl, dx.Impl, before, 0);
        node.Give(0, dx);
    }

    private static void Fill(TensorImpl source, TensorImpl target, ReadOnlySpan<long> before, double value)
    {
        if (value == 0 && !double.IsNegative(value) && target.Rank > 0 && source.Has(target.Layout))
        {
            FillDense(source, target.Shape, target.Layout, before, target.Pointer);
            GC.KeepAlive(target);
            return;
        }

        DenseFill.Run(target, value);
        CopyInner(source, target, before);
    }

    /// <summary>Writes dense elements of a shape and layout: those of the source, which has that layout too, and zeros around them.</summary>
    public static void FillDense(TensorImpl source, ReadOnlySpan<long> shape, MemoryLayout layout, ReadOnlySpan<long> before, byte* target)
    {
        Span<PaddedAxis> axes = stackalloc PaddedAxis[shape.Length];
        for (var place = 0; place < axes.Length; place++)
        {
            var dim = Geometry.DimensionAt(place, axes.Length, layout);
            axes[place] = new PaddedAxis(source.Shape[dim], before[dim], shape[dim] - source.Shape[dim] - before[dim]);
        }

        ZeroPadding.Run(axes, source.Type.Size(), source.ReadBytes, target);
        GC.KeepAlive(source);
    }

    // The part that source and target have in common, where the target begins `before` earlier.
    private static void CopyInner(TensorImpl source, TensorImpl target, ReadOnlySpan<long> before)
    {
        Span<long> shape = stackalloc long[source.Rank];
        var (from, to) = (source.Offset, target.Offset);
        for (var dim = 0; dim < shape.Length; dim++)
        {
            var (first, firstOfTarget) = (Math.Max(0, -before[dim]), Math.Max(0, before[dim]));
            shape[dim] = Math.Max(0, Math.Min(source.Shape[dim] - first, target.Shape[dim] - firstOfTarget));
            from += first * source.Strides[dim];
            to += firstOfTarget * target.Strides[dim];
        }

        using var common = Held.Own(source.Window(shape, source.Strides, from));
        using var place = Held.Own(target.Window(shape, target.Strides, to));
        StridedCopy.Copy(common.Impl, place.Impl);
    }
}
