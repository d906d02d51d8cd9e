using System.Collections.Generic;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>
/// Of the classes that the images have, the share that the network says, with a probability larger than a half. Over all classes at
/// once. Keras: <c>Recall</c> in <c>keras/metrics/confusion_metrics.py</c>.
/// </summary>
internal sealed record Recall : MetricKind
{
    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksClasses is { } reason ? (reason, nameof(MeanAbsoluteError)) : null;

    public override string Definition(TrainingTerms terms) =>
        $"new {Measure}(\"recall\", 2, static (sums, count) => sums[1] == 0 ? 0 : sums[0] / sums[1], true)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"({code.Hits} * {code.Truth}).sum().item<float>()", $"{code.Truth}.sum().item<float>()"];
}
