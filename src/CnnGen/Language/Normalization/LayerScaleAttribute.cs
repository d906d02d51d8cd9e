namespace CnnGen;

/// <summary>
/// Multiplies each channel by a learned factor; the shape stays. Parameters: one for each channel.
/// Keras: <c>LayerScale</c>, <c>keras/applications/convnext.py</c>.
/// </summary>
/// <param name="initialValue">What the factors start from. Default 0.000001.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerScaleAttribute(double initialValue = 1e-6) : LayerAttribute
{
    /// <summary>What the factors start from.</summary>
    public double InitialValue { get; } = initialValue;
}
