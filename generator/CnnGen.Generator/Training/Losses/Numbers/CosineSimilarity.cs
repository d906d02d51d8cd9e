namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// The negative cosine of the angle between output and target, −1 where both point the same way; averaged over the images.
/// Keras: <c>cosine_similarity</c> in <c>keras/losses/losses.py</c>.
/// </summary>
internal sealed record CosineSimilarity : NumberLoss
{
    public override string Wanted => "vectors";

    public override bool AreOfUnits => false;

    public override TensorCode Losses(TrainingTerms terms) => new(
        [
            $"var outputs = {terms.Outputs};",
            // The square of Keras's least length; without it, a vector of zeros would have no gradient.
            $"var lengths = ((outputs.square().sum(1) + 1e-14) * ({terms.Targets}.square().sum(1) + 1e-14)).sqrt();",
        ],
        $"-((outputs * {terms.Targets}).sum(1) / lengths)");
}
