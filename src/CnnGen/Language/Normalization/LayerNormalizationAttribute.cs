namespace CnnGen;

/// <summary>
/// Brings the values along the axes to mean 0 and variance 1, in each example for itself, then scales and shifts them; the shape
/// stays. Parameters: 2 for each place along the axes. Keras: <c>LayerNormalization</c>,
/// <c>keras/layers/normalization/layer_normalization.py</c>.
/// </summary>
/// <param name="axis">
/// The axes, counted with the batch: 1 is the first of the shape, -1 the last. <c>[LayerNormalization(1, 2, 3)]</c> normalizes an
/// image as a whole. Default -1, Keras's.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerNormalizationAttribute(params int[] axis) : LayerAttribute
{
    /// <summary>The axes as written; none means the last.</summary>
    public int[] Axis { get; } = axis;

    /// <summary>Added to the variance before the root. Default 0.001.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether a learned shift β, from 0, is added. Default: yes.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether a learned factor γ, from 1, is applied. Default: yes.</summary>
    public bool Scale { get; set; } = true;
}
