using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>−Σ target·log(probability), where a right class may give a part of its target to all classes.</summary>
internal abstract record SmoothedLoss : ClassLoss
{
    /// <summary>The part, spread over all classes evenly.</summary>
    public double LabelSmoothing { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["LabelSmoothing"];

    protected override IReadOnlyList<double?> OwnValues => [LabelSmoothing];

    public override LossKind Read(Arguments arguments) => this with { LabelSmoothing = LabelSmoothingArgument.Read(arguments) };

    public override TensorCode Losses(TrainingTerms terms) =>
        $"{Torch.Functional}.cross_entropy({terms.Logits}, {terms.Targets}, null, -100L, {Torch.Nn}.Reduction.None{(LabelSmoothing == 0 ? "" : $", {Literals.Double(LabelSmoothing)}")})";

    public override TensorCode Code(TrainingTerms terms) =>
        $"{Torch.Functional}.cross_entropy({terms.Logits}, {terms.Targets}{(LabelSmoothing == 0 ? "" : $", label_smoothing: {Literals.Double(LabelSmoothing)}")})";
}
