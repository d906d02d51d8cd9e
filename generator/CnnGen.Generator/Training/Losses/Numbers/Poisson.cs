using CnnGen.Generator.Language;

namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// The mean of output − target·log(output): for numbers that count something. An output below zero has no logarithm, hence the
/// activations. Keras: <c>poisson</c> in <c>keras/losses/losses.py</c>.
/// </summary>
internal sealed record Poisson : NumberLoss
{
    public override Activation Right => Activation.Exponential;

    public override bool Follows(Activation last) => last is Activation.Exponential or Activation.Softplus or Activation.Squareplus
        or Activation.SparsePlus or Activation.ReLU or Activation.ReLU6 or Activation.Sigmoid or Activation.HardSigmoid
        or Activation.SparseSigmoid or Activation.Softmax;

    public override TensorCode Losses(TrainingTerms terms) => new(
        [$"var rates = {terms.Outputs};"],
        $"(rates - {terms.Targets} * (rates + 1e-7).log())");
}
