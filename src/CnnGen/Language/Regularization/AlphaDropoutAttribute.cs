namespace CnnGen;

/// <summary>
/// Sets a random share of the values to SELU's lowest in training, then scales and shifts all so that mean and variance stay;
/// nothing happens in inference. Goes with <see cref="Activation.SELU"/>. The shape stays, no parameters.
/// Keras: <c>AlphaDropout</c>, <c>keras/layers/regularization/alpha_dropout.py</c>.
/// </summary>
/// <param name="rate">The share that is dropped, from 0 to 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlphaDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The share that is dropped.</summary>
    public double Rate { get; } = rate;
}
