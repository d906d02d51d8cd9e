using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>
/// The share of the targets' variance that the network explains, averaged over its outputs. Keras: <c>R2Score</c> in
/// <c>keras/metrics/regression_metrics.py</c>.
/// </summary>
internal sealed record R2 : MetricKind
{
    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksNumbers is { } reason ? (reason, nameof(Accuracy)) : null;

    public override string Definition(TrainingTerms terms) =>
        $"new {Measure}(\"r2_score\", {Literals.Integer(Count(terms))}, {Library.Root}.SharedSums.ExplainedVariance, true)";

    public override int Count(TrainingTerms terms) => 3 * terms.Units;

    public override IEnumerable<string> Statements(MeasureCode code, int first)
    {
        string targets = code.Terms.Targets;
        int units = code.Terms.Units;
        yield return SetMany(first, $"({code.Outputs} - {targets}).square().sum(0L)");
        yield return SetMany(first + units, $"{targets}.sum(0L)");
        yield return SetMany(first + (2 * units), $"{targets}.square().sum(0L)");
    }
}
