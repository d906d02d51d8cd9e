using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// Σ target·log(target / probability): how far the network's probabilities are from the given ones. Keras: <c>kl_divergence</c> in
/// <c>keras/losses/losses.py</c>, which takes probabilities below 1e-7 for 1e-7; here the scores are exact.
/// </summary>
internal sealed record KLDivergence : ClassLoss
{
    public override string Wanted => "one-hot vectors";

    public override bool Takes(LabelKind labels, int classes) => labels == LabelKind.OneHot;

    public override TensorCode Losses(TrainingTerms terms) => new(
        [$"var truth = {terms.Targets}.clamp(1e-7, 1.0);"],
        $"(truth * (truth.log() - {Torch.Functional}.log_softmax({terms.Logits}, 1))).sum(1)");
}
