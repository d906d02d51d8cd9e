namespace CnnGen;

/// <summary>
/// Brings each channel to mean 0 and variance 1 over the batch, then scales and shifts it; the shape stays. In inference, and in
/// training too where <see cref="LayerAttribute.Trainable"/> is false, the moving averages take the place of the batch's. Parameters:
/// 4 for each channel, 2 of them (mean and variance) not trainable.
/// Keras: <c>BatchNormalization</c>, <c>keras/layers/normalization/batch_normalization.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormalizationAttribute : LayerAttribute
{
    /// <summary>
    /// The axis whose places are normalized each for itself, counted with the batch: 1 is the first of the shape, -1 the last.
    /// Default: the channels.
    /// </summary>
    public int Axis { get; set; } = -1;

    /// <summary>The share that the moving averages keep of their old value at each step. Default 0.99. PyTorch's momentum is one minus this.</summary>
    public double Momentum { get; set; } = 0.99;

    /// <summary>Added to the variance before the root. Default 0.001.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether a learned shift β, from 0, is added. Default: yes.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether a learned factor γ, from 1, is applied. Default: yes.</summary>
    public bool Scale { get; set; } = true;
}
