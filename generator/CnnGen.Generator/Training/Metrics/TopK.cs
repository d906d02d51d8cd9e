using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>
/// The share of images whose right class is among the k most probable. Keras: <c>TopKCategoricalAccuracy</c> in
/// <c>keras/metrics/accuracy_metrics.py</c>.
/// </summary>
internal sealed record TopK : MetricKind
{
    /// <summary>How many count as the most probable.</summary>
    public int Best { get; init; } = 5;

    public override IReadOnlyList<string> OwnArguments => ["TopK"];

    public override MetricKind Read(Arguments arguments) => this with { Best = arguments.Positive("TopK", Best) };

    public override (string Reason, string Right)? Misfit(MeasuredModel model)
    {
        if (model.LacksClasses is { } reason)
        {
            return (reason, nameof(MeanAbsoluteError));
        }

        if (model.LacksRightClass is { } several)
        {
            return (several, nameof(BinaryAccuracy));
        }

        return model.Units is { } units && units < Best
            ? ($"{model.Layer} gives {Words.Count(units, "value", "values")}, fewer than {Words.Text(Best)}", nameof(Accuracy))
            : null;
    }

    public override string Definition(TrainingTerms terms) => $"{Measure}.Mean(\"top_k_categorical_accuracy\", true)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"{code.Terms.Logits}.topk({Literals.Integer(Best)}, 1).Item2.eq({code.Terms.Classes}.unsqueeze(1)).sum().item<long>()"];
}
