namespace CnnGen;

/// <summary>
/// The largest value of each channel over the whole volume: D × H × W × C → C, or 1 × 1 × 1 × C with
/// <see cref="GlobalPoolAttribute.KeepDims"/>. No parameters.
/// Keras: <c>GlobalMaxPooling3D</c>, <c>keras/layers/pooling/base_global_pooling3d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalMaxPooling3DAttribute : GlobalPoolAttribute
{
}
