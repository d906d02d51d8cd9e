namespace CnnGen;

/// <summary>
/// Sets whole channels of a map (H × W × C) to zero at random in training and scales the others by 1 / (1 − rate); nothing happens in
/// inference. The shape stays, no parameters. Keras: <c>SpatialDropout2D</c>,
/// <c>keras/layers/regularization/spatial_dropout2d.py</c>.
/// </summary>
/// <param name="rate">The share of channels that is dropped, from 0 to 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SpatialDropout2DAttribute(double rate) : LayerAttribute
{
    /// <summary>The share of channels that is dropped.</summary>
    public double Rate { get; } = rate;
}
