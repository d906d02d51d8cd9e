using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>
/// The area under the curve of true over false alarms, from counts at 200 thresholds. Keras: <c>AUC</c> in
/// <c>keras/metrics/confusion_metrics.py</c>.
/// </summary>
internal sealed record AUC : MetricKind
{
    private const string Curve = Library.Root + ".RocCurve";

    // Twice the library's number of thresholds.
    private const int Counts = 400;

    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksClasses is { } reason ? (reason, nameof(MeanAbsoluteError)) : null;

    public override string Definition(TrainingTerms terms) => $"new {Measure}(\"auc\", {Curve}.Counts, {Curve}.Area, true)";

    public override int Count(TrainingTerms terms) => Counts;

    public override IEnumerable<string> Statements(MeasureCode code, int first)
    {
        yield return $"{Curve}.Count({Floats(code.Probabilities)}, {Floats(code.Truth)}, {Span("sums", first, Counts)});";
    }

    private static string Floats(string tensor) => $"{tensor}.cpu().data<float>().ToArray()";

    private static string Span(string array, int first, int count) =>
        $"new global::System.Span<double>({array}, {Literals.Integer(first)}, {Literals.Integer(count)})";
}
