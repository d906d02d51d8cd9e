namespace CnnGen;

/// <summary>
/// x·scale + offset, in training and inference; the shape stays, no parameters. <c>[Rescaling(1.0 / 255)]</c> brings bytes to 0 … 1.
/// Keras: <c>Rescaling</c>, <c>keras/layers/preprocessing/image_preprocessing.py</c>.
/// </summary>
/// <param name="scale">The factor.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RescalingAttribute(double scale) : LayerAttribute
{
    /// <summary>The factor.</summary>
    public double Scale { get; } = scale;

    /// <summary>What is added afterwards. Default 0.</summary>
    public double Offset { get; set; }
}
