namespace CnnGen;

/// <summary>
/// Brings each group of channels to mean 0 and variance 1, in each example for itself, then scales and shifts each channel; the
/// shape stays. Parameters: 2 for each channel. Keras: <c>GroupNormalization</c>,
/// <c>keras/layers/normalization/group_normalization.py</c>.
/// </summary>
/// <param name="groups">How many groups; they divide the channels. -1: one for each channel. Default 32.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GroupNormalizationAttribute(int groups = 32) : LayerAttribute
{
    /// <summary>How many groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>The axis that is divided into groups, counted with the batch: 1 is the first of the shape, -1 the last. Default: the channels.</summary>
    public int Axis { get; set; } = -1;

    /// <summary>Added to the variance before the root. Default 0.001.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether a learned shift β, from 0, is added. Default: yes.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether a learned factor γ, from 1, is applied. Default: yes.</summary>
    public bool Scale { get; set; } = true;
}
