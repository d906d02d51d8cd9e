using CnnGen.ManagedTorch.Autograd;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Padding of the last dimensions; here with a constant.</summary>
internal static class PadOperation
{
    public static Tensor Apply(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode, double value)
    {
        var rank = input.Impl.Rank;
        if (pad.Length % 2 != 0 || pad.Length > 2 * rank)
            throw TorchError.Create($"Padding length must be divisible by 2 and at most twice the number of dimensions ({rank}), but got {pad.Length}");
        if (mode is not (PaddingModes.Constant or PaddingModes.Zeros)) return BorderPadding.Apply(input, pad, mode);

        var shape = (long[])input.Impl.Shape.Clone();
        var before = new long[rank];
        var after = new long[rank];
        for (var i = 0; i < pad.Length / 2; i++)
        {
            var dim = rank - 1 - i;
            (before[dim], after[dim]) = (pad[2 * i], pad[(2 * i) + 1]);
            shape[dim] += before[dim] + after[dim];
            if (shape[dim] < 0)
                throw TorchError.Create(
                    $"The input size {input.Impl.Shape[dim]}, plus negative padding {before[dim]} and {after[dim]}, resulted in a negative output size");
        }

        var result = Tensor.New(shape, input.dtype, input.Impl.Layout);
        result.fill_(mode == PaddingModes.Zeros ? 0 : value);
        CopyInner(input.Detached(), result, before, after);
        var layout = input.Impl.Layout;
        return Tape.Records(input)
            ? Tape.Record(result, "ConstantPadBackward", [input], [], (node, gradient) =>
            {
                var dx = Tensor.New(node.InputShape(0), gradient.dtype, layout);
                if (Array.Exists(before, b => b < 0) || Array.Exists(after, a => a < 0)) dx.zero_();
                CopyInner(gradient, dx, Array.ConvertAll(before, b => -b), Array.ConvertAll(after, a => -a));
                node.Give(0, dx);
            })
            : result;
    }

    // The part that source and target have in common, where the target begins `before` earlier and ends `after` later.
    private static void CopyInner(Tensor source, Tensor target, long[] before, long[] after)
    {
        var (from, to) = (source.Detached(), target.Detached());
        for (var dim = 0; dim < before.Length; dim++)
        {
            (from, to) = (Trim(from, dim, -before[dim], -after[dim]), Trim(to, dim, before[dim], after[dim]));
        }

        to.copy_(from);
        from.Dispose();
        to.Dispose();
    }

    private static Tensor Trim(Tensor tensor, int dim, long start, long end)
    {
        if (start <= 0 && end <= 0) return tensor;
        using var whole = tensor;
        start = Math.Max(0, start);
        return whole.narrow(dim, start, whole.size(dim) - start - Math.Max(0, end));
    }
}
