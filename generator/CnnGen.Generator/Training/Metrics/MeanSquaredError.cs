using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>The mean of the squared differences between output and target. Keras: <c>keras/metrics/regression_metrics.py</c>.</summary>
internal sealed record MeanSquaredError : MetricKind
{
    public override bool IsOverRows => false;

    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksNumbers is { } reason ? (reason, nameof(Accuracy)) : null;

    public override string Definition(TrainingTerms terms) => $"{Measure}.Mean(\"mean_squared_error\", false)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"count * {Torch.Functional}.mse_loss({code.Outputs}, {code.Terms.Targets}).item<float>()"];
}
