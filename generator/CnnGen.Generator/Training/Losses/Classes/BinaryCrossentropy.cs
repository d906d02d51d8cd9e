using System.Collections.Generic;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>−(y·log(p) + (1 − y)·log(1 − p)), averaged over the units. Keras: <c>keras/losses/losses.py</c>.</summary>
internal sealed record BinaryCrossentropy : BinaryLoss
{
    public override string Wanted => "labels of two classes, or numbers between 0 and 1";

    public override bool Takes(LabelKind labels, int classes) => labels == LabelKind.Number || base.Takes(labels, classes);

    public override Loss? BehindSoftmax => Loss.CategoricalCrossentropy;

    /// <summary>The part of a target that goes half to either class.</summary>
    public double LabelSmoothing { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["LabelSmoothing"];

    protected override IReadOnlyList<double?> OwnValues => [LabelSmoothing];

    public override LossKind Read(Arguments arguments) => this with { LabelSmoothing = LabelSmoothingArgument.Read(arguments) };

    public override TensorCode Losses(TrainingTerms terms) =>
        $"{Torch.Functional}.binary_cross_entropy_with_logits({terms.Logits}, {Targets(terms)}, null, {Torch.Nn}.Reduction.None)";

    public override TensorCode Code(TrainingTerms terms) =>
        $"{Torch.Functional}.binary_cross_entropy_with_logits({terms.Logits}, {Targets(terms)})";

    private string Targets(TrainingTerms terms) => LabelSmoothing == 0
        ? terms.Targets
        : $"{terms.Targets} * {Literals.Double(1 - LabelSmoothing)} + {Literals.Double(LabelSmoothing / 2)}";
}
