namespace CnnGen;

/// <summary>
/// The largest value of each channel over the whole image: H × W × C → C, or 1 × 1 × C with <see cref="GlobalPoolAttribute.KeepDims"/>. No
/// parameters.
/// Keras: <c>GlobalMaxPooling2D</c>, <c>keras/layers/pooling/base_global_pooling2d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalMaxPooling2DAttribute : GlobalPoolAttribute
{
}
