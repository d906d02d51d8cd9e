namespace CnnGen;

/// <summary>
/// Sets a random share of the values to zero in training and scales the others by 1 / (1 − rate); nothing happens in inference.
/// The shape stays, no parameters. Keras: <c>Dropout</c>, <c>keras/layers/regularization/dropout.py</c>.
/// </summary>
/// <param name="rate">The share that is dropped, from 0 to 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The share that is dropped.</summary>
    public double Rate { get; } = rate;

    /// <summary>
    /// Which values are dropped together: a number for the batch and for each axis of the shape, 1 where all values along it share their fate,
    /// -1 (Keras's <c>None</c>) where each has its own. <c>NoiseShape = new[] { -1, 1, 1, 1 }</c> drops whole images. Default: each for itself.
    /// </summary>
    public int[] NoiseShape { get; set; } = [];
}
