namespace CnnGen;

/// <summary>
/// The mean of each channel over the whole image: H × W × C → C, or 1 × 1 × C with <see cref="GlobalPoolAttribute.KeepDims"/>. No
/// parameters.
/// Keras: <c>GlobalAveragePooling2D</c>, <c>keras/layers/pooling/base_global_pooling2d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAveragePooling2DAttribute : GlobalPoolAttribute
{
}
