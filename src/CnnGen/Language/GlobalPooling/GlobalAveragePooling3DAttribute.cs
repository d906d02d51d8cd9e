namespace CnnGen;

/// <summary>
/// The mean of each channel over the whole volume: D × H × W × C → C, or 1 × 1 × 1 × C with <see cref="GlobalPoolAttribute.KeepDims"/>. No
/// parameters.
/// Keras: <c>GlobalAveragePooling3D</c>, <c>keras/layers/pooling/base_global_pooling3d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAveragePooling3DAttribute : GlobalPoolAttribute
{
}
