namespace CnnGen;

/// <summary>
/// Brings the values along the axes to length 1: each is divided by the root of the sum of their squares; the shape stays, no
/// parameters. Keras: <c>UnitNormalization</c>, <c>keras/layers/normalization/unit_normalization.py</c>.
/// </summary>
/// <param name="axis">The axes, counted with the batch: 1 is the first of the shape, -1 the last. Default -1, Keras's.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UnitNormalizationAttribute(params int[] axis) : LayerAttribute
{
    /// <summary>The axes as written; none means the last.</summary>
    public int[] Axis { get; } = axis;
}
