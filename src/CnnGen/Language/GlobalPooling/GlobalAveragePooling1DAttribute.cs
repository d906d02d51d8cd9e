namespace CnnGen;

/// <summary>
/// The mean of each channel over all steps: steps × C → C, or 1 × C with <see cref="GlobalPoolAttribute.KeepDims"/>. No parameters.
/// Keras: <c>GlobalAveragePooling1D</c>, <c>keras/layers/pooling/base_global_pooling1d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAveragePooling1DAttribute : GlobalPoolAttribute
{
}
