using System.Globalization;

namespace CnnGen;

/// <summary>
/// A running average of the weights over the steps, which often predicts better than the weights of the last step. Validation and the best
/// checkpoint take the average, training goes on with the weights, and the model has the average in the end.
/// Moving means and variances of normalizations are averaged along.
/// </summary>
public sealed record WeightAveraging
{
    private readonly double _decay;

    private WeightAveraging(double decay) => _decay = decay;

    /// <summary>
    /// Each step moves the average by a share <c>1 − decay</c> towards the weights; in the first steps by more, <c>9 ÷ (step + 10)</c>, so that
    /// the start weights are soon forgotten. Keras: <c>use_ema</c>, which weighs the first steps as all others.
    /// </summary>
    /// <param name="decay">The share that the average keeps of itself, above 0 and below 1; 0.999 is about the last thousand steps.</param>
    public static WeightAveraging Exponential(double decay) => decay is > 0 and < 1
        ? new WeightAveraging(decay)
        : throw new ArgumentOutOfRangeException(nameof(decay), decay, "It must be above 0 and below 1.");

    /// <summary>The mean of the weights after all steps, each the same.</summary>
    public static WeightAveraging Uniform { get; } = new WeightAveraging(1);

    /// <inheritdoc/>
    public override string ToString() => _decay == 1 ? "Uniform" : string.Create(CultureInfo.InvariantCulture, $"Exponential({_decay})");

    /// <summary>By how much a step moves the average.</summary>
    /// <param name="step">The step over all epochs, from 0.</param>
    internal double ShareAt(long step) => Math.Max(_decay == 1 ? 1.0 / (step + 1) : 9.0 / (step + 10), 1 - _decay);
}
