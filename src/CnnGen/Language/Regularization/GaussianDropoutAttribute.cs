namespace CnnGen;

/// <summary>
/// Multiplies each value by a normally distributed number of mean 1 and variance rate / (1 − rate) in training; nothing happens in
/// inference. The shape stays, no parameters. Keras: <c>GaussianDropout</c>,
/// <c>keras/layers/regularization/gaussian_dropout.py</c>.
/// </summary>
/// <param name="rate">From 0 to less than 1; as the rate of <see cref="DropoutAttribute"/>, whose variance it has.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GaussianDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The share that a dropout of the same variance would drop.</summary>
    public double Rate { get; } = rate;
}
