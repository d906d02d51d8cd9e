using System.Collections.Generic;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>The share of images whose most probable class is the right one. Keras: <c>keras/metrics/accuracy_metrics.py</c>.</summary>
internal sealed record Accuracy : MetricKind
{
    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksClasses is { } reason ? (reason, nameof(MeanAbsoluteError))
        : model.LacksRightClass is { } several ? (several, nameof(BinaryAccuracy))
        : null;

    public override string Definition(TrainingTerms terms) => $"{Measure}.Mean(\"accuracy\", true)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) => code.Terms.IsOneUnit
        ? [$"{code.Terms.Logits}.gt(0.0).eq({code.Terms.Targets}.gt(0.5)).sum().item<long>()"]
        : [$"{code.Terms.Logits}.argmax(1).eq({code.Terms.Classes}).sum().item<long>()"];
}
