using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>A method of the user's, called like a <see cref="Losses.CustomLoss"/>; what is measured has its name.</summary>
/// <param name="Method">Its name.</param>
internal sealed record CustomMetric(string Method) : MetricKind
{
    public override bool IsOfTheLanguage => false;

    public override bool IsOverRows => false;

    public override (string Reason, string Right)? Misfit(MeasuredModel model) => null;

    public override string Definition(TrainingTerms terms) => $"{Measure}.Mean({Literals.String(Method)}, false)";

    protected override IReadOnlyList<string> Sums(MeasureCode code) =>
        [$"count * {code.Terms.Own(Method)}({code.WholeOutputs}, {code.Terms.WholeTargets}).item<float>()"];
}
