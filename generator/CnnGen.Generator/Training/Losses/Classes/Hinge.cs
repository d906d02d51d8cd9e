using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// The mean of max(0, 1 − sign·output), where the labels 0 and 1 are the signs −1 and 1: the outputs are margins, not
/// probabilities. Keras: <c>hinge</c> in <c>keras/losses/losses.py</c>.
/// </summary>
internal sealed record Hinge : BinaryLoss
{
    public override Activation Right => Activation.Tanh;

    public override bool Follows(Activation last) => last is Activation.Tanh or Activation.Linear;

    public override TensorCode Losses(TrainingTerms terms) =>
        $"{Torch.Functional}.relu(1.0 - ({terms.Targets} * 2.0 - 1.0) * {terms.Outputs})";
}
