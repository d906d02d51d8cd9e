using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>The mean of the differences without their sign. Keras: <c>keras/losses/losses.py</c>.</summary>
internal sealed record MeanAbsoluteError : NumberLoss
{
    public override TensorCode Losses(TrainingTerms terms) => $"({terms.Outputs} - {terms.Targets}).abs()";

    public override TensorCode Code(TrainingTerms terms) => $"{Torch.Functional}.l1_loss({terms.Outputs}, {terms.Targets})";
}
