namespace CnnGen;

/// <summary>
/// The mean of each window: steps × C → steps' × C, no parameters. The size is
/// ⌊(size − pool) / stride⌋ + 1 with <see cref="Pad.Valid"/> and ⌈size / stride⌉ with <see cref="Pad.Same"/>;
/// padding is not counted.
/// Keras: <c>AveragePooling1D</c>, <c>keras/layers/pooling/base_pooling1d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AveragePooling1DAttribute : Pool1DAttribute
{
    /// <summary>A pooling with a window of any size.</summary>
    /// <param name="poolSize">Steps of the window. Default 2.</param>
    public AveragePooling1DAttribute(int poolSize = 2) : base(poolSize)
    {
    }
}
