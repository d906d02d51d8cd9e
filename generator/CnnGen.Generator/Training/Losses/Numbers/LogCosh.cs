using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// The mean of log(cosh(difference)): squared near zero, straight far out. Written as d + softplus(−2d) − log 2, which does not
/// overflow. Keras: <c>log_cosh</c> in <c>keras/losses/losses.py</c>.
/// </summary>
internal sealed record LogCosh : NumberLoss
{
    private const string LogOfTwo = "0.6931471805599453";

    public override TensorCode Losses(TrainingTerms terms) => new(
        [$"var difference = {terms.Outputs} - {terms.Targets};"],
        $"(difference + {Torch.Functional}.softplus(difference * -2.0) - {LogOfTwo})");
}
