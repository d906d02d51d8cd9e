using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>−(y·log(p) + (1 − y)·log(1 − p)), averaged over the units. Keras: <c>keras/losses/losses.py</c>.</summary>
internal sealed record BinaryCrossentropy : BinaryLoss
{
    public override string Wanted => "labels of two classes, or numbers between 0 and 1";

    public override bool Takes(LabelKind labels, int classes) => labels == LabelKind.Number || base.Takes(labels, classes);

    public override Loss? BehindSoftmax => Loss.CategoricalCrossentropy;

    public override TensorCode Losses(TrainingTerms terms) =>
        $"{Torch.Functional}.binary_cross_entropy_with_logits({terms.Logits}, {terms.Targets}, null, {Torch.Nn}.Reduction.None)";

    public override TensorCode Code(TrainingTerms terms) =>
        $"{Torch.Functional}.binary_cross_entropy_with_logits({terms.Logits}, {terms.Targets})";
}
