using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>The root of the mean of the squared differences. Keras: <c>keras/metrics/regression_metrics.py</c>.</summary>
internal sealed record RootMeanSquaredError : MetricKind
{
    public override bool IsOverRows => false;

    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksNumbers is { } reason ? (reason, nameof(Accuracy)) : null;

    public override string Definition(TrainingTerms terms) =>
        $"new {Measure}(\"root_mean_squared_error\", 1, static (sums, count) => global::System.Math.Sqrt(sums[0] / count), false)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"count * {Torch.Functional}.mse_loss({code.Outputs}, {code.Terms.Targets}).item<float>()"];
}
