using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

// Statistics of more than two values: what two become is ±1 whatever they are, and their gradient is rounding error.
internal static class NormalizationCases
{
    public static IReadOnlyList<Family> Families { get; } =
    [
        new("BatchNormTraining", 60, BatchTraining),
        new("BatchNormEvaluation", 40, BatchEvaluation),
        new("LayerNorm", 40, Layer),
        new("GroupNorm", 40, Group),
        new("InstanceNorm", 40, Instance),
        new("LocalResponseNorm", 20, LocalResponse),
    ];

    private static Trial BatchTraining(Any any)
    {
        var channels = any.Between(1, 40);
        var (momentum, eps) = (any.OneOf(0.1, 0.01, 1.0), any.OneOf(1e-5, 1e-3));
        var (tracked, affine) = (any.Flag(0.7), any.Flag(0.8));
        List<Operand> operands = [any.Tensor("x", AnyImages(any, channels))];
        if (tracked)
        {
            operands.Add(any.Constant("m", -1, 1, channels).Contiguous() with { Written = true });
            operands.Add(any.Constant("v", 0.5, 2, channels).Contiguous() with { Written = true });
        }

        if (affine)
        {
            operands.AddRange([any.Tensor("w", channels), any.Tensor("b", channels)]);
        }

        return new(
            $"F.batch_norm(x, {(tracked ? "m, v" : "None, None")}, {(affine ? "w, b" : "None, None")}, True, {Python.Of(momentum)}, {Python.Of(eps)})",
            t => F.batch_norm(
                t[0], tracked ? t[1] : null!, tracked ? t[2] : null!, affine ? t[^2] : null, affine ? t[^1] : null, true, momentum, eps),
            [.. operands]);
    }

    private static Trial BatchEvaluation(Any any)
    {
        var channels = any.Between(1, 40);
        var affine = any.Flag(0.8);
        List<Operand> operands =
            [any.Input("x", AnyImages(any, channels)), any.Constant("m", -1, 1, channels), any.Constant("v", 0.5, 2, channels)];
        if (affine)
        {
            operands.AddRange([any.Tensor("w", channels), any.Tensor("b", channels)]);
        }

        return new(
            $"F.batch_norm(x, m, v, {(affine ? "w, b" : "None, None")}, False, 0.1, 0.001)",
            t => F.batch_norm(t[0], t[1], t[2], affine ? t[3] : null, affine ? t[4] : null, false, 0.1, 0.001),
            [.. operands]);
    }

    private static Trial Layer(Any any)
    {
        long[] normalized = [.. any.Axes((int)any.Between(1, 3), 3, 7)];
        var eps = any.OneOf(1e-5, 1e-3);
        return Trial.Of(
            $"F.layer_norm(x, {Python.Of(normalized)}, w, b, {Python.Of(eps)})",
            (x, w, b) => F.layer_norm(x, normalized, w, b, eps),
            any.Tensor("x", [any.Batch(5), .. any.Axes((int)any.Between(0, 2), 1, 5), .. normalized]),
            any.Tensor("w", normalized),
            any.Tensor("b", normalized));
    }

    private static Trial Group(Any any)
    {
        var groups = any.Between(1, 4);
        var channels = groups * any.Between(3, 7);
        var eps = any.OneOf(1e-5, 1e-3);
        return Trial.Of(
            $"F.group_norm(x, {groups}, w, b, {Python.Of(eps)})",
            (x, w, b) => F.group_norm(x, groups, w, b, eps),
            any.Tensor("x", [any.Batch(4), channels, .. any.Axes((int)any.Between(0, 3), 1, 6)]),
            any.Tensor("w", channels),
            any.Tensor("b", channels));
    }

    // PyTorch 1.13 has no gradient for this without examples, nor for the shuffle of pixels.
    private static Trial Instance(Any any)
    {
        var channels = any.Between(1, 9);
        var affine = any.Flag();
        var x = any.Tensor("x", [any.Between(1, 4), channels, any.Between(4, 7), .. any.Axes((int)any.Between(0, 2), 1, 6)]);
        return affine
            ? Trial.Of(
                "F.instance_norm(x, None, None, w, b, eps=1e-3)", (t, w, b) => F.instance_norm(t, null, null, w, b, true, 0.1, 1e-3),
                x, any.Tensor("w", channels), any.Tensor("b", channels))
            : Trial.Of("F.instance_norm(x)", t => F.instance_norm(t), x);
    }

    // libtorch needs an example.
    private static Trial LocalResponse(Any any)
    {
        var size = any.Between(1, 5);
        return Trial.Of(
            $"F.local_response_norm(x, {size}, 0.3, 0.6, 1.5)", x => F.local_response_norm(x, size, 0.3, 0.6, 1.5),
            any.Tensor("x", [any.Between(1, 3), any.Between(1, 7), .. any.Axes((int)any.Between(1, 3), 1, 5)]));
    }

    private static long[] AnyImages(Any any, long channels)
    {
        var batch = any.Batch(5);
        return [batch, channels, .. batch is 1 or 2 ? any.Axes(1, 3, 9) : [], .. any.Axes((int)any.Between(0, 2), 1, 6)];
    }
}
