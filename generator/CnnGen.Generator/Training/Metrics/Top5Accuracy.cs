using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>
/// The share of images whose right class is among the five most probable. Keras: <c>TopKCategoricalAccuracy</c> in
/// <c>keras/metrics/accuracy_metrics.py</c>.
/// </summary>
internal sealed record Top5Accuracy : MetricKind
{
    private const int Best = 5;

    public override (string Reason, string Right)? Misfit(MeasuredModel model) => model switch
    {
        { LacksClasses: { } reason } => (reason, nameof(MeanAbsoluteError)),
        { LacksRightClass: { } several } => (several, nameof(BinaryAccuracy)),
        { Units: < Best and { } units } => ($"{model.Layer} gives {Words.Count(units, "value", "values")}, fewer than five", nameof(Accuracy)),
        _ => null,
    };

    public override string Definition(TrainingTerms terms) => $"{Measure}.Mean(\"top5_accuracy\", true)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"{code.Terms.Logits}.topk({Literals.Integer(Best)}, 1).Item2.eq({code.Terms.Classes}.unsqueeze(1)).sum().item<long>()"];
}
