namespace CnnGen;

/// <summary>
/// Adds normally distributed noise in training; nothing happens in inference. The shape stays, no parameters.
/// Keras: <c>GaussianNoise</c>, <c>keras/layers/regularization/gaussian_noise.py</c>.
/// </summary>
/// <param name="stddev">The noise's standard deviation, from 0 to 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GaussianNoiseAttribute(double stddev) : LayerAttribute
{
    /// <summary>The noise's standard deviation.</summary>
    public double Stddev { get; } = stddev;
}
