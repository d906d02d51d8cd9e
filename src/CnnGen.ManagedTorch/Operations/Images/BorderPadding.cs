using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Padding of the last dimensions with what is there: mirrored, repeated or from the other end.</summary>
internal static class BorderPadding
{
    public static Tensor Apply(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode)
    {
        using var scope = NewDisposeScope();
        var result = input.alias();
        for (var i = 0; i < pad.Length / 2; i++)
        {
            var (before, after) = (pad[2 * i], pad[(2 * i) + 1]);
            if ((before, after) == (0, 0)) continue;
            var dim = input.Impl.Rank - 1 - i;
            result = result.index_select(dim, Sources(input, dim, before, after, mode));
        }

        return result.MoveToOuterDisposeScope();
    }

    // Which element of the input each element along the dimension is.
    private static Tensor Sources(Tensor input, int dim, long before, long after, PaddingModes mode)
    {
        var size = input.Impl.Shape[dim];
        RequireFits(input, dim, before, after, mode);
        var places = new long[size + before + after];
        for (var i = 0; i < places.Length; i++)
        {
            var place = i - before;
            places[i] = mode switch
            {
                PaddingModes.Reflect => place < 0 ? -place : place < size ? place : (2 * (size - 1)) - place,
                PaddingModes.Circular => (place + size) % size,
                _ => Math.Clamp(place, 0, size - 1),
            };
        }

        return tensor(places);
    }

    private static void RequireFits(Tensor input, int dim, long before, long after, PaddingModes mode)
    {
        var size = input.Impl.Shape[dim];
        var most = mode switch
        {
            PaddingModes.Reflect => size - 1,
            PaddingModes.Circular => size,
            _ => long.MaxValue,
        };
        if (size == 0 || before > most || after > most || size + before + after <= 0)
        {
            throw TorchError.Create(
                $"Padding size should fit the corresponding input dimension, but got: {mode} padding ({before}, {after}) at dimension {dim} of input {Geometry.Format(input.Impl.Shape)}");
        }
    }
}
