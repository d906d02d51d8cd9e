using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>The mean difference between output and target, without its sign. Keras: <c>keras/metrics/regression_metrics.py</c>.</summary>
internal sealed record MeanAbsoluteError : MetricKind
{
    public override bool IsOverRows => false;

    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksNumbers is { } reason ? (reason, nameof(Accuracy)) : null;

    public override string Definition(TrainingTerms terms) => $"{Measure}.Mean(\"mean_absolute_error\", false)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"count * {Torch.Functional}.l1_loss({code.Outputs}, {code.Terms.Targets}).item<float>()"];
}
