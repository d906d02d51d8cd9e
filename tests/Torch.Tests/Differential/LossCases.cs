using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

internal static class LossCases
{
    private static readonly (string Python, Func<Tensor, Tensor, nn.Reduction, Tensor> Ours)[] Pairs =
    [
        ("F.mse_loss(x, y, reduction='*')", (x, y, reduction) => F.mse_loss(x, y, reduction)),
        ("F.l1_loss(x, y, reduction='*')", (x, y, reduction) => F.l1_loss(x, y, reduction)),
        ("F.smooth_l1_loss(x, y, reduction='*', beta=0.7)", (x, y, reduction) => F.smooth_l1_loss(x, y, reduction, 0.7)),
        ("F.huber_loss(x, y, reduction='*', delta=0.7)", (x, y, reduction) => F.huber_loss(x, y, 0.7, reduction)),
        ("F.kl_div(x, y, reduction='*', log_target=True)", (x, y, reduction) => F.kl_div(x, y, true, reduction)),
        ("F.kl_div(x, torch.sigmoid(y), reduction='*')", (x, y, reduction) => F.kl_div(x, torch.sigmoid(y), false, reduction)),
        ("F.binary_cross_entropy(torch.sigmoid(x), torch.sigmoid(y), reduction='*')",
            (x, y, reduction) => F.binary_cross_entropy(torch.sigmoid(x), torch.sigmoid(y), null, reduction)),
        ("F.binary_cross_entropy_with_logits(x, torch.sigmoid(y), reduction='*')",
            (x, y, reduction) => F.binary_cross_entropy_with_logits(x, torch.sigmoid(y), null, reduction)),
    ];

    public static IReadOnlyList<Family> Families { get; } =
    [
        new("CrossEntropy", 70, CrossEntropy),
        new("CrossEntropyOfProbabilities", 30, CrossEntropyOfProbabilities),
        new("NegativeLogLikelihood", 30, NegativeLogLikelihood),
        new("LossOfPairs", 60, OfPairs),
    ];

    private static Trial CrossEntropy(Any any)
    {
        var classes = (int)any.Between(2, 17);
        var (scores, targets) = AnyShapes(any, classes);
        var (reduction, name) = AnyReduction(any);
        var ignored = any.OneOf(-100, any.Between(0, classes - 1));
        var smoothing = any.OneOf(0, 0.1, 0.4);
        var options = $"ignore_index={ignored}, reduction='{name}', label_smoothing={Python.Of(smoothing)}";
        var (x, y) = (any.Tensor("x", scores), any.Labels("y", classes, targets));
        return any.Flag()
            ? Trial.Of(
                $"F.cross_entropy(x, y, w, {options})", (s, t, w) => F.cross_entropy(s, t, w, ignored, reduction, smoothing),
                x, y, any.Constant("w", 0.2, 2, classes))
            : Trial.Of($"F.cross_entropy(x, y, {options})", (s, t) => F.cross_entropy(s, t, null, ignored, reduction, smoothing), x, y);
    }

    private static Trial CrossEntropyOfProbabilities(Any any)
    {
        var classes = (int)any.Between(2, 12);
        var (scores, _) = AnyShapes(any, classes);
        var (reduction, name) = AnyReduction(any);
        var smoothing = any.OneOf(0, 0.2);
        return Trial.Of(
            $"F.cross_entropy(x, y, reduction='{name}', label_smoothing={Python.Of(smoothing)})",
            (x, y) => F.cross_entropy(x, y, null, -100, reduction, smoothing),
            any.Tensor("x", scores), any.Constant("y", 0, 1, scores));
    }

    private static Trial NegativeLogLikelihood(Any any)
    {
        var classes = (int)any.Between(2, 12);
        var (scores, targets) = AnyShapes(any, classes);
        var (reduction, name) = AnyReduction(any);
        return Trial.Of(
            $"F.nll_loss(x, y, w, reduction='{name}')", (x, y, w) => F.nll_loss(x, y, w, reduction),
            any.Uniform("x", -5, 0, scores), any.Labels("y", classes, targets), any.Constant("w", 0.2, 2, classes));
    }

    private static Trial OfPairs(Any any)
    {
        var (python, ours) = any.OneOf<(string Python, Func<Tensor, Tensor, nn.Reduction, Tensor> Ours)>(Pairs);
        var (reduction, name) = AnyReduction(any);
        long[] shape = [any.Batch(20), .. any.Shape((int)any.Between(0, 3), 6)];
        return Trial.Of(
            python.Replace("*", name, StringComparison.Ordinal), (x, y) => ours(x, y, reduction),
            any.Tensor("x", shape), any.Tensor("y", shape).WithoutGradient());
    }

    /// <summary>One score a class, for each example or for each place of each example.</summary>
    private static (long[] Scores, long[] Targets) AnyShapes(Any any, int classes)
    {
        var batch = any.Batch(20);
        var places = any.Flag(0.3) ? any.Axes((int)any.Between(1, 2), 1, 4) : [];
        return ([batch, classes, .. places], [batch, .. places]);
    }

    private static (nn.Reduction, string) AnyReduction(Any any) =>
        any.OneOf((nn.Reduction.Mean, "mean"), (nn.Reduction.Sum, "sum"), (nn.Reduction.None, "none"));
}
