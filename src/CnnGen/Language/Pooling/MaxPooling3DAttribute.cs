namespace CnnGen;

/// <summary>
/// The largest value of each window: D × H × W × C → D' × H' × W' × C, no parameters. The size is
/// ⌊(size − pool) / stride⌋ + 1 with <see cref="Pad.Valid"/> and ⌈size / stride⌉ with <see cref="Pad.Same"/>;
/// padding never wins over a pixel.
/// Keras: <c>MaxPooling3D</c>, <c>keras/layers/pooling/base_pooling3d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxPooling3DAttribute : Pool3DAttribute
{
    /// <summary>A pooling with a cubic window.</summary>
    /// <param name="poolSize">Depth, height and width of the window. Default 2.</param>
    public MaxPooling3DAttribute(int poolSize = 2) : this(poolSize, poolSize, poolSize)
    {
    }

    /// <summary>A pooling with a window of any depth, height and width.</summary>
    /// <param name="poolDepth">Depth of the window.</param>
    /// <param name="poolHeight">Height of the window.</param>
    /// <param name="poolWidth">Width of the window.</param>
    public MaxPooling3DAttribute(int poolDepth, int poolHeight, int poolWidth) : base(poolDepth, poolHeight, poolWidth)
    {
    }
}
