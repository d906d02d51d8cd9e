namespace CnnGen;

/// <summary>
/// The largest value of each channel over all steps: steps × C → C, or 1 × C with <see cref="GlobalPoolAttribute.KeepDims"/>. No
/// parameters.
/// Keras: <c>GlobalMaxPooling1D</c>, <c>keras/layers/pooling/base_global_pooling1d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalMaxPooling1DAttribute : GlobalPoolAttribute
{
}
