using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>The mean of the squared differences. Keras: <c>keras/losses/losses.py</c>.</summary>
internal sealed record MeanSquaredError : NumberLoss
{
    public override TensorCode Losses(TrainingTerms terms) => $"({terms.Outputs} - {terms.Targets}).square()";

    public override TensorCode Code(TrainingTerms terms) => $"{Torch.Functional}.mse_loss({terms.Outputs}, {terms.Targets})";
}
