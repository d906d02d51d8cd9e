using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>The same elements in other places: views one upon another, joins, parts, repetitions.</summary>
internal static class ShapeCases
{
    public static IReadOnlyList<Family> Families { get; } =
    [
        new("Views", 120, Views),
        new("Join", 50, Join),
        new("Parts", 30, Parts),
        new("Repetition", 50, Repetition),
        new("Selection", 50, Selection),
    ];

    /// <summary>Some views one upon another, then an operation on the last of them.</summary>
    private static Trial Views(Any any)
    {
        long[] shape = [any.Batch(4), .. any.Shape((int)any.Between(1, 3), 5)];
        var x = any.Input("x", shape);
        var (python, ours) = ("x", (Func<Tensor, Tensor>)(t => t));
        for (var views = any.Between(1, 4); views > 0; views--)
        {
            var (before, (call, next, after)) = (ours, ViewCases.Next(any, shape));
            (python, ours, shape) = (python + call, t => next(before(t)), after);
        }

        return any.OneOf(0, 1, 2, 3) switch
        {
            0 => Trial.Of($"({python}) * 2", t => ours(t) * 2, x),
            1 => Trial.Of($"torch.tanh({python})", t => torch.tanh(ours(t)), x),
            2 => Trial.Of($"({python}).sum(-1)", t => ours(t).sum(-1L), x),
            _ => Trial.Of($"({python}).contiguous()", t => ours(t).contiguous(), x),
        };
    }

    private static Trial Join(Any any)
    {
        var rank = (int)any.Between(1, 4);
        var dim = any.Between(-rank, rank - 1);
        var shape = any.Shape(rank);
        if (any.Flag(0.3))
        {
            return Trial.Of(
                $"torch.stack([x, y, x], {dim})", (x, y) => stack([x, y, x], dim), any.Input("x", shape), any.Input("y", shape));
        }

        return Trial.Of(
            $"torch.cat([x, y, z], {dim})", (x, y, z) => cat([x, y, z], dim),
            any.Input("x", OfAnotherLength()), any.Input("y", OfAnotherLength()), any.Input("z", OfAnotherLength()));

        long[] OfAnotherLength() => [.. shape.Select((size, axis) => axis == (dim + rank) % rank ? any.Batch(5) : size)];
    }

    private static Trial Parts(Any any)
    {
        var shape = any.Shape((int)any.Between(1, 4), 7);
        var dim = (int)any.Between(0, shape.Length - 1);
        var x = any.Input("x", shape);
        var size = any.Between(1, 4);
        return any.OneOf(0, 1, 2) switch
        {
            0 => Trial.Of($"torch.split(x, {size}, {dim})[-1] * 2", t => t.split(size, dim)[^1] * 2, x),
            1 => Trial.Of($"torch.chunk(x, {size}, {dim})[0] * 2", t => t.chunk(size, dim)[0] * 2, x),
            _ => Trial.Of($"torch.unbind(x, {dim})[-1] * 2", t => t.unbind(dim)[^1] * 2, x),
        };
    }

    private static Trial Repetition(Any any)
    {
        long[] shape = [any.Batch(), .. any.Shape((int)any.Between(0, 3), 5)];
        var (rank, x) = (shape.Length, any.Input("x", shape));
        var times = any.Axes(rank + (int)any.Between(0, 1), 1, 3);
        var (dim, count) = (any.Between(0, rank - 1), any.Between(1, 3));
        long[] flipped = [.. any.Permutation(rank).Take((int)any.Between(1, rank))];
        return any.OneOf(0, 1, 2, 3) switch
        {
            0 => Trial.Of($"x.repeat({Python.Of(times)})", t => t.repeat(times), x),
            1 => Trial.Of($"x.tile({Python.Of(times)})", t => t.tile(times), x),
            2 => Trial.Of($"x.repeat_interleave({count}, {dim})", t => t.repeat_interleave(count, dim), x),
            _ => Trial.Of($"x.flip({Python.Of(flipped)})", t => t.flip(flipped), x),
        };
    }

    private static Trial Selection(Any any)
    {
        var shape = any.Shape((int)any.Between(1, 4), 6);
        var (dim, x) = ((int)any.Between(0, shape.Length - 1), any.Input("x", shape));
        var size = (int)shape[dim];
        return any.OneOf(0, 1, 2) switch
        {
            0 => Trial.Of(
                $"x.index_select({dim}, i)", (t, i) => t.index_select(dim, i), x, any.Labels("i", size, any.Batch(7))),
            1 => Trial.Of(
                $"x.gather({dim}, i)", (t, i) => t.gather(dim, i), x,
                any.Labels("i", size, [.. shape.Select((length, axis) => axis == dim ? any.Between(1, 5) : any.Between(1, (int)length))])),
            _ => Trial.Of(
                "x[i]", (t, i) => t[TensorIndex.Tensor(i)], x, any.Labels("i", (int)shape[0], any.Between(1, 6))),
        };
    }
}
