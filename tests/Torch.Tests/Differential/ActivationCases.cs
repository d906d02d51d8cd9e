using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

internal static class ActivationCases
{
    private static readonly (string Python, Func<Tensor, Tensor> Ours)[] Functions =
    [
        ("F.relu(x)", x => F.relu(x)),
        ("F.leaky_relu(x, 0.3)", x => F.leaky_relu(x, 0.3)),
        ("F.elu(x, 0.7)", x => F.elu(x, 0.7)),
        ("F.gelu(x)", x => F.gelu(x)),
        ("F.silu(x)", x => F.silu(x)),
        ("torch.sigmoid(x)", x => torch.sigmoid(x)),
        ("torch.tanh(x)", x => torch.tanh(x)),
        ("F.relu6(x)", x => F.relu6(x)),
        ("F.selu(x)", x => F.selu(x)),
        ("F.celu(x, 0.3)", x => F.celu(x, 0.3)),
        ("F.softplus(x, 0.5, 3)", x => F.softplus(x, 0.5, 3)),
        ("F.softsign(x)", x => F.softsign(x)),
        ("F.hardsigmoid(x)", x => F.hardsigmoid(x)),
        ("F.hardswish(x)", x => F.hardswish(x)),
        ("F.logsigmoid(x)", x => F.logsigmoid(x)),
        ("F.mish(x)", x => F.mish(x)),
        ("F.tanhshrink(x)", x => F.tanhshrink(x)),
        ("F.softshrink(x, 0.2)", x => F.softshrink(x, 0.2)),
        ("F.hardshrink(x, 0.3)", x => F.hardshrink(x, 0.3)),
        ("F.threshold(x, 0.2, -0.5)", x => F.threshold(x, 0.2, -0.5)),
        ("F.relu(x * 1, True)", x => F.relu(x * 1, true)),
        ("F.leaky_relu(x * 1, 0.3, True)", x => F.leaky_relu(x * 1, 0.3, true)),
        ("F.elu(x * 1, 1.0, True)", x => F.elu(x * 1, 1.0, true)),
        ("F.silu(x * 1, True)", x => F.silu(x * 1, true)),
        ("(x * 1).sigmoid_()", x => (x * 1).sigmoid_()),
        ("(x * 1).tanh_()", x => (x * 1).tanh_()),
    ];

    private static readonly (string Python, Func<Tensor, Tensor> Ours)[] Unchanging =
    [
        ("F.dropout(x, 0.4, False)", x => F.dropout(x, 0.4, false)),
        ("F.dropout(x, 0, True)", x => F.dropout(x, 0, true)),
        ("F.dropout2d(x, 0.4, False)", x => F.dropout2d(x, 0.4, false)),
        ("F.alpha_dropout(x, 0.4, False)", x => F.alpha_dropout(x, 0.4, false)),
        ("F.feature_alpha_dropout(x, 0.4, False)", x => F.feature_alpha_dropout(x, 0.4, false)),
        ("F.dropout(x, 1, True)", x => F.dropout(x, 1, true)),
    ];

    public static IReadOnlyList<Family> Families { get; } =
    [
        new("Activation", 160, any => Apply(any, Functions, AnyShape(any))),
        new("PRelu", 20, LearnedSlope),
        new("Softmax", 60, Softmax),
        new("Dropout", 20, any => Apply(any, Unchanging, [any.Batch(), .. any.Shape(3)])),
    ];

    private static Trial Apply(Any any, (string Python, Func<Tensor, Tensor> Ours)[] functions, long[] shape)
    {
        var (python, ours) = any.OneOf<(string Python, Func<Tensor, Tensor> Ours)>(functions);
        return Trial.Of(python, ours, any.Distinct("x", shape));
    }

    private static Trial LearnedSlope(Any any)
    {
        long[] shape = [any.Batch(), .. any.Shape((int)any.Between(1, 4))];
        return Trial.Of("F.prelu(x, w)", F.prelu, any.Distinct("x", shape), any.Tensor("w", any.Flag() ? 1 : shape[1]));
    }

    private static Trial Softmax(Any any)
    {
        var shape = AnyShape(any);
        var dim = any.Between(-shape.Length, shape.Length - 1);
        var x = any.Input("x", shape);
        return any.OneOf(0, 1, 2) switch
        {
            0 => Trial.Of($"F.softmax(x, {dim})", t => F.softmax(t, dim), x),
            1 => Trial.Of($"F.log_softmax(x, {dim})", t => F.log_softmax(t, dim), x),
            _ => Trial.Of($"F.softmin(x, {dim})", t => F.softmin(t, dim), x),
        };
    }

    private static long[] AnyShape(Any any) =>
        any.Flag(0.2) ? [any.Batch(4), any.Between(60, 300)] : [any.Batch(4), .. any.Shape((int)any.Between(0, 3), 9)];
}
