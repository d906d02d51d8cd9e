using CnnGen.Generator.Language;

namespace CnnGen.Generator.Training.Losses;

/// <summary>−log of the right class's probability. Keras: <c>keras/losses/losses.py</c>.</summary>
internal sealed record SparseCategoricalCrossentropy : SmoothedLoss
{
    public override string Wanted => "class indices";

    public override bool Takes(LabelKind labels, int classes) => labels == LabelKind.ClassIndex;
}
