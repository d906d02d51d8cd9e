using System.Collections.Generic;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>
/// The harmonic mean of precision and recall, over all classes at once. Keras: <c>F1Score</c> with <c>average="micro"</c> and
/// <c>threshold=0.5</c> in <c>keras/metrics/f_score_metrics.py</c>.
/// </summary>
internal sealed record F1 : MetricKind
{
    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksClasses is { } reason ? (reason, nameof(MeanAbsoluteError)) : null;

    // Twice the hits that are right, over all hits and all that could have been hit.
    public override string Definition(TrainingTerms terms) =>
        $"new {Measure}(\"f1_score\", 2, static (sums, count) => sums[1] == 0 ? 0 : 2 * sums[0] / sums[1], true)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"({code.Hits} * {code.Truth}).sum().item<float>()", $"({code.Hits} + {code.Truth}).sum().item<float>()"];
}
