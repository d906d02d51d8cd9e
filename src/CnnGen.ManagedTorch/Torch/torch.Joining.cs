using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Concatenate(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along a dimension that is there already.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Concatenate(tensors, dim);

    /// <summary>Tensors of one shape, side by side along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        using var scope = NewDisposeScope();
        return Concatenate(tensors.Select(tensor => tensor.unsqueeze(dim < 0 ? dim + tensor.ndim + 1 : dim)).ToArray(), dim).MoveToOuterDisposeScope();
    }

    private static Tensor Concatenate(Tensor[] tensors, long dim)
    {
        if (tensors.Length == 0) throw TorchError.Create("torch.cat(): expected a non-empty list of Tensors");
        // PyTorch ignores the empty tensor of one dimension, from the time before shapes with zeros.
        var parts = Array.Exists(tensors, tensor => tensor.Impl.Rank != 1) ? Array.FindAll(tensors, tensor => tensor.Impl.Shape is not [0]) : tensors;
        var rank = parts[0].Impl.Rank;
        if (rank == 0) throw TorchError.Create("zero-dimensional tensor cannot be concatenated");
        var d = Geometry.Dimension(dim, rank);
        var shape = (long[])parts[0].Impl.Shape.Clone();
        shape[d] = 0;
        var type = parts[0].dtype;
        foreach (var part in parts)
        {
            RequireFits(parts[0], part, d);
            shape[d] += part.Impl.Shape[d];
            type = ScalarTypes.Promote(type, 1, part.dtype, 1);
        }

        var result = Tensor.New(shape, type, parts[0].Impl.Layout);
        var sizes = Array.ConvertAll(parts, part => part.Impl.Shape[d]);
        CopyParts(parts, result, d);
        return Tape.Records(parts)
            ? Tape.Record(result, "CatBackward", parts, [], (node, gradient) =>
            {
                var start = 0L;
                for (var i = 0; i < sizes.Length; i++)
                {
                    if (node.Wants(i)) node.Give(i, gradient.narrow(d, start, sizes[i]));
                    start += sizes[i];
                }
            })
            : result;
    }

    private static void CopyParts(Tensor[] parts, Tensor result, int d)
    {
        using var noGrad = no_grad();
        var start = 0L;
        foreach (var part in parts)
        {
            using var place = result.narrow(d, start, part.Impl.Shape[d]);
            place.copy_(part);
            start += part.Impl.Shape[d];
        }
    }

    private static void RequireFits(Tensor first, Tensor part, int d)
    {
        var fits = part.Impl.Rank == first.Impl.Rank;
        for (var i = 0; fits && i < first.Impl.Rank; i++) fits = i == d || part.Impl.Shape[i] == first.Impl.Shape[i];
        if (!fits)
        {
            throw TorchError.Create(
                $"Sizes of tensors must match except in dimension {d}: expected {Geometry.Format(first.Impl.Shape)}, but got {Geometry.Format(part.Impl.Shape)}");
        }
    }
}
