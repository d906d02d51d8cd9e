using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>
/// The share of right answers to the question whether an image has a class, asked for each class on its own. Keras:
/// <c>BinaryAccuracy</c> in <c>keras/metrics/accuracy_metrics.py</c>.
/// </summary>
internal sealed record BinaryAccuracy : MetricKind
{
    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksClasses is { } reason ? (reason, nameof(MeanAbsoluteError)) : null;

    public override string Definition(TrainingTerms terms) => $"{Measure}.Mean(\"binary_accuracy\", true)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"{code.Hits}.eq({code.Truth}).sum().item<long>() / {Literals.Double(code.Terms.Units)}"];
}
