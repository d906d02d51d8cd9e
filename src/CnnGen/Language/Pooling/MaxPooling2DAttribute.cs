namespace CnnGen;

/// <summary>
/// The largest value of each window: H × W × C → H' × W' × C, no parameters. The size is
/// ⌊(size − pool) / stride⌋ + 1 with <see cref="Pad.Valid"/> and ⌈size / stride⌉ with <see cref="Pad.Same"/>;
/// padding never wins over a pixel.
/// Keras: <c>MaxPooling2D</c>, <c>keras/layers/pooling/base_pooling2d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxPooling2DAttribute : Pool2DAttribute
{
    /// <summary>A pooling with a square window.</summary>
    /// <param name="poolSize">Height and width of the window. Default 2.</param>
    public MaxPooling2DAttribute(int poolSize = 2) : this(poolSize, poolSize)
    {
    }

    /// <summary>A pooling with a window of any height and width.</summary>
    /// <param name="poolHeight">Height of the window.</param>
    /// <param name="poolWidth">Width of the window.</param>
    public MaxPooling2DAttribute(int poolHeight, int poolWidth) : base(poolHeight, poolWidth)
    {
    }
}
