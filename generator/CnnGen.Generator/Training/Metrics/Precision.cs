using System.Collections.Generic;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>
/// Of the classes that the network says an image has, with a probability larger than a half, the share that it has. Over all
/// classes at once. Keras: <c>Precision</c> in <c>keras/metrics/confusion_metrics.py</c>.
/// </summary>
internal sealed record Precision : MetricKind
{
    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksClasses is { } reason ? (reason, nameof(MeanAbsoluteError)) : null;

    public override string Definition(TrainingTerms terms) =>
        $"new {Measure}(\"precision\", 2, static (sums, count) => sums[1] == 0 ? 0 : sums[0] / sums[1], true)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"({code.Hits} * {code.Truth}).sum().item<float>()", $"{code.Hits}.sum().item<float>()"];
}
