using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

internal static class ReductionCases
{
    private static readonly (string Python, Func<Tensor, Tensor> Ours)[] OfAll =
    [
        ("x.sum()", x => x.sum()),
        ("x.mean()", x => x.mean()),
        ("x.max()", x => x.max()),
        ("x.min()", x => x.min()),
        ("x.norm()", x => x.norm()),
        ("x.argmax()", x => x.argmax()),
        ("x.argmin()", x => x.argmin()),
        ("(x > 0).all()", x => (x > 0).all()),
        ("(x > 0).any()", x => (x > 0).any()),
    ];

    private static readonly (string Python, Func<Tensor, long, bool, Tensor> Ours)[] OfOne =
    [
        ("x.sum(*)", (x, dim, keep) => x.sum(dim, keep)),
        ("x.mean(*)", (x, dim, keep) => x.mean([dim], keep)),
        ("x.max(*)[0]", (x, dim, keep) => x.max(dim, keep).values),
        ("x.max(*)[1]", (x, dim, keep) => x.max(dim, keep).indexes),
        ("x.min(*)[0]", (x, dim, keep) => x.min(dim, keep).values),
        ("x.argmax(*)", (x, dim, keep) => x.argmax(dim, keep)),
        ("x.argmin(*)", (x, dim, keep) => x.argmin(dim, keep)),
        ("(x > 0).all(*)", (x, dim, keep) => (x > 0).all(dim, keep)),
        ("(x > 0).any(*)", (x, dim, keep) => (x > 0).any(dim, keep)),
    ];

    private static readonly (string Python, Func<Tensor, long[], bool, Tensor> Ours)[] OfSeveral =
    [
        ("x.sum(*, #)", (x, dims, keep) => x.sum(dims, keep)),
        ("x.mean(*, #)", (x, dims, keep) => x.mean(dims, keep)),
        ("x.amax(*, #)", (x, dims, keep) => x.amax(dims, keep)),
        ("x.amin(*, #)", (x, dims, keep) => x.amin(dims, keep)),
        ("x.var(*, True, #)", (x, dims, keep) => x.var(dims, true, keep)),
        ("x.std(*, False, #)", (x, dims, keep) => x.std(dims, false, keep)),
    ];

    public static IReadOnlyList<Family> Families { get; } =
    [
        new("ReductionOfAll", 60, All),
        new("Spread", 20, Spread),
        new("ReductionOfOne", 70, One),
        new("ReductionOfSeveral", 70, Several),
        new("Largest", 20, Largest),
    ];

    private static Trial All(Any any)
    {
        var (python, ours) = any.OneOf<(string, Func<Tensor, Tensor>)>(OfAll);
        return Trial.Of(python, ours, AnyTensor(any, 0));
    }

    // The spread of fewer than two numbers is no number, and what it changes by depends on PyTorch's version.
    // TorchSharp passes on whether it is to be unbiased only along with dimensions.
    private static Trial Spread(Any any)
    {
        var x = any.Distinct("x", [any.Between(2, 9), .. any.Shape((int)any.Between(0, 3))]);
        var unbiased = any.Flag();
        long[] dims = [.. Enumerable.Range(0, x.Value.Shape.Length).Select(dim => (long)dim)];
        return any.Flag()
            ? Trial.Of($"x.var({Python.Of(dims)}, {Python.Of(unbiased)})", t => t.var(dims, unbiased), x)
            : Trial.Of($"x.std({Python.Of(dims)}, {Python.Of(unbiased)})", t => t.std(dims, unbiased), x);
    }

    private static Trial One(Any any)
    {
        var (python, ours) = any.OneOf<(string Python, Func<Tensor, long, bool, Tensor> Ours)>(OfOne);
        var x = AnyTensor(any, 1);
        var dim = any.Between(-x.Value.Shape.Length, x.Value.Shape.Length - 1);
        var keep = any.Flag();
        return Trial.Of(python.Replace("*", $"{dim}, {Python.Of(keep)}", StringComparison.Ordinal), t => ours(t, dim, keep), x);
    }

    private static Trial Several(Any any)
    {
        var (python, ours) = any.OneOf<(string Python, Func<Tensor, long[], bool, Tensor> Ours)>(OfSeveral);
        var x = AnyTensor(any, 2);
        var rank = x.Value.Shape.Length;
        long[] dims = [.. any.Permutation(rank).Take((int)any.Between(1, rank)).Select(dim => any.Flag(0.3) ? dim - rank : dim)];
        var keep = any.Flag();
        var filled = python.Replace("*", Python.Of(dims), StringComparison.Ordinal).Replace("#", Python.Of(keep), StringComparison.Ordinal);
        return Trial.Of(filled, t => ours(t, dims, keep), x);
    }

    private static Trial Largest(Any any)
    {
        var x = any.Distinct("x", any.Shape((int)any.Between(1, 3), 9));
        var dim = (int)any.Between(0, x.Value.Shape.Length - 1);
        var count = (int)any.Between(1, (int)x.Value.Shape[dim]);
        var largest = any.Flag();
        return any.Flag()
            ? Trial.Of($"x.topk({count}, {dim}, {Python.Of(largest)})[0]", t => t.topk(count, dim, largest).values, x)
            : Trial.Of($"x.topk({count}, {dim}, {Python.Of(largest)})[1]", t => t.topk(count, dim, largest).indexes, x);
    }

    private static Operand AnyTensor(Any any, int fewestDimensions) => any.Distinct("x", any.OneOf(0, 1, 2) switch
    {
        0 => any.Shape((int)any.Between(fewestDimensions, 4), 7),
        1 => [any.Batch(), .. any.Shape((int)any.Between(Math.Max(1, fewestDimensions - 1), 3), 7)],
        _ => [any.Between(2, 40), any.Between(2, 150)],
    });
}
