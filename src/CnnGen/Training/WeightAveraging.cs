using System.Globalization;

namespace CnnGen;

/// <summary>
/// A running average of the weights over the updates of a training, which often predicts better than the weights of the last step. Validation and the best
/// checkpoint take the average, training goes on with the weights, and the model has the average in the end.
/// Moving means and variances of normalizations are averaged along.
/// </summary>
public sealed record WeightAveraging
{
    private readonly double _decay;

    private WeightAveraging(double decay) => _decay = decay;

    /// <summary>
    /// Each update moves the average by a share <c>1 − decay</c> towards the weights; the first ones by more, <c>9 ÷ (update + 10)</c>, so that
    /// the start weights are soon forgotten. Keras: <c>use_ema</c>, which weighs the first updates as all others.
    /// </summary>
    /// <param name="decay">The share that the average keeps of itself, above 0 and below 1; 0.999 is about the last thousand updates.</param>
    public static WeightAveraging Exponential(double decay) => decay is > 0 and < 1
        ? new WeightAveraging(decay)
        : throw new ArgumentOutOfRangeException(nameof(decay), decay, "It must be above 0 and below 1.");

    /// <summary>The mean of the weights after all updates, each the same.</summary>
    public static WeightAveraging Uniform { get; } = new WeightAveraging(1);

    /// <inheritdoc/>
    public override string ToString() => _decay == 1 ? "Uniform" : string.Create(CultureInfo.InvariantCulture, $"Exponential({_decay})");

    /// <summary>By how much an update moves the average.</summary>
    /// <param name="update">The update over all epochs, from 0.</param>
    internal double ShareAt(long update) => Math.Max(_decay == 1 ? 1.0 / (update + 1) : 9.0 / (update + 10), 1 - _decay);
}
