using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>Views that fit a tensor of a given shape.</summary>
internal static class ViewCases
{
    public static (string Call, Func<Tensor, Tensor> View, long[] Shape) Next(Any any, long[] shape)
    {
        var rank = shape.Length;
        return rank == 0 ? (".unsqueeze(0)", t => t.unsqueeze(0), [1]) : any.OneOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9) switch
        {
            0 => Transposed(any, shape),
            1 => Permuted(any, shape),
            2 => Narrowed(any, shape),
            3 => EveryOther(any, shape),
            4 when rank > 1 => Selected(any, shape),
            5 => Unsqueezed(any, shape),
            6 => (".reshape(-1)", t => t.reshape(-1), [shape.Aggregate(1L, (product, size) => product * size)]),
            7 when !shape.Contains(0) => Flattened(any, shape),
            8 when rank < 5 => Expanded(any, shape),
            9 => (".squeeze()", t => t.squeeze(), [.. shape.Where(size => size != 1)]),
            _ => (".clone()", t => t.clone(), shape),
        };
    }

    private static (string, Func<Tensor, Tensor>, long[]) Transposed(Any any, long[] shape)
    {
        var (a, b) = (any.Between(0, shape.Length - 1), any.Between(0, shape.Length - 1));
        long[] after = [.. shape];
        (after[a], after[b]) = (after[b], after[a]);
        return ($".transpose({a}, {b})", t => t.transpose(a, b), after);
    }

    private static (string, Func<Tensor, Tensor>, long[]) Permuted(Any any, long[] shape)
    {
        var order = any.Permutation(shape.Length);
        return ($".permute({Python.Of(order)})", t => t.permute(order), [.. order.Select(dim => shape[dim])]);
    }

    private static (string, Func<Tensor, Tensor>, long[]) Narrowed(Any any, long[] shape)
    {
        var dim = any.Between(0, shape.Length - 1);
        var start = any.Between(0, (int)Math.Max(0, shape[dim] - 1));
        var length = any.Between(0, (int)(shape[dim] - start));
        return ($".narrow({dim}, {start}, {length})", t => t.narrow(dim, start, length), With(shape, dim, length));
    }

    private static (string, Func<Tensor, Tensor>, long[]) EveryOther(Any any, long[] shape)
    {
        var start = any.Between(0, (int)Math.Max(0, shape[^1] - 1));
        var length = (shape[^1] - start + 1) / 2;
        return (
            $"[..., {start}::2]", t => t[TensorIndex.Ellipsis, TensorIndex.Slice(start, null, 2)], With(shape, shape.Length - 1, length));
    }

    private static (string, Func<Tensor, Tensor>, long[]) Selected(Any any, long[] shape)
    {
        var dim = Enumerable.Range(0, shape.Length).First(axis => shape[axis] > 0 || axis == shape.Length - 1);
        if (shape[dim] == 0)
        {
            return (".clone()", t => t.clone(), shape);
        }

        var index = any.Between(0, (int)shape[dim] - 1);
        return ($".select({dim}, {index})", t => t.select(dim, index), [.. shape.Where((_, axis) => axis != dim)]);
    }

    private static (string, Func<Tensor, Tensor>, long[]) Unsqueezed(Any any, long[] shape)
    {
        var dim = (int)any.Between(0, shape.Length);
        return ($".unsqueeze({dim})", t => t.unsqueeze(dim), [.. shape[..dim], 1, .. shape[dim..]]);
    }

    private static (string, Func<Tensor, Tensor>, long[]) Flattened(Any any, long[] shape)
    {
        var first = (int)any.Between(0, shape.Length - 1);
        var last = (int)any.Between(first, shape.Length - 1);
        var product = shape[first..(last + 1)].Aggregate(1L, (all, size) => all * size);
        return ($".flatten({first}, {last})", t => t.flatten(first, last), [.. shape[..first], product, .. shape[(last + 1)..]]);
    }

    private static (string, Func<Tensor, Tensor>, long[]) Expanded(Any any, long[] shape)
    {
        long[] after = [any.Between(1, 3), .. shape.Select(size => size == 1 ? any.Between(1, 3) : size)];
        return ($".expand({Python.Of(after)})", t => t.expand(after), after);
    }

    private static long[] With(long[] shape, long dim, long size) => [.. shape.Select((old, axis) => axis == dim ? size : old)];
}
