namespace CnnGen;

/// <summary>
/// x where x &gt; 0, else slope·x; the shape stays, no parameters.
/// Keras: <c>LeakyReLU</c>, <c>keras/layers/activation/leaky_relu.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LeakyReLUAttribute : LayerAttribute
{
    /// <summary>The factor below zero, not negative. Default 0.3, as in Keras; PyTorch has 0.01.</summary>
    public double NegativeSlope { get; set; } = 0.3;
}
