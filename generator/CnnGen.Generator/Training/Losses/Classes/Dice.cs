using CnnGen.Generator.Language;

namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// 1 − twice what targets and probabilities have in common, divided by their sums, over the whole batch. Keras: <c>dice</c> in
/// <c>keras/losses/losses.py</c>.
/// </summary>
internal sealed record Dice : BinaryLoss
{
    public override bool Follows(Activation last) => last == Activation.Softmax || base.Follows(last);

    public override bool CanWeigh => false;

    public override TensorCode Losses(TrainingTerms terms) => throw new System.NotSupportedException("It is over the whole batch.");

    public override TensorCode Code(TrainingTerms terms) => new(
        [$"var shares = {terms.Probabilities};"],
        $"1.0 - ({terms.Targets} * shares).sum() * 2.0 / ({terms.Targets}.sum() + shares.sum() + 1e-7)");
}
