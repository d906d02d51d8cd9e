namespace CnnGen;

/// <summary>What one step with a learning rate gave.</summary>
/// <param name="LearningRate">The rate.</param>
/// <param name="Loss">The loss of the step's batch, before the step.</param>
/// <param name="SmoothLoss">A running mean of the losses up to it.</param>
public sealed record LearningRatePoint(double LearningRate, double Loss, double SmoothLoss);
