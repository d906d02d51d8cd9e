using CnnGen.Generator.Language;

namespace CnnGen.Generator.Training.Losses;

/// <summary>−Σ target·log(probability). Keras: <c>keras/losses/losses.py</c>.</summary>
internal sealed record CategoricalCrossentropy : SmoothedLoss
{
    public override string Wanted => "one-hot vectors";

    public override bool Takes(LabelKind labels, int classes) => labels == LabelKind.OneHot;
}
