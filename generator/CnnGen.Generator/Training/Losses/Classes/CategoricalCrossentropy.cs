using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>−Σ target·log(probability). Keras: <c>keras/losses/losses.py</c>.</summary>
internal sealed record CategoricalCrossentropy : ClassLoss
{
    public override string Wanted => "one-hot vectors";

    public override bool Takes(LabelKind labels, int classes) => labels == LabelKind.OneHot;

    public override TensorCode Losses(TrainingTerms terms) => Crossentropies(terms);

    public override TensorCode Code(TrainingTerms terms) => $"{Torch.Functional}.cross_entropy({terms.Logits}, {terms.Targets})";
}
