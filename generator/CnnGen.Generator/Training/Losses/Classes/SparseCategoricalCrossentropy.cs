using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>−log of the right class's probability. Keras: <c>keras/losses/losses.py</c>.</summary>
internal sealed record SparseCategoricalCrossentropy : ClassLoss
{
    public override string Wanted => "class indices";

    public override bool Takes(LabelKind labels, int classes) => labels == LabelKind.ClassIndex;

    public override TensorCode Losses(TrainingTerms terms) => Crossentropies(terms);

    public override TensorCode Code(TrainingTerms terms) => $"{Torch.Functional}.cross_entropy({terms.Logits}, {terms.Targets})";
}
