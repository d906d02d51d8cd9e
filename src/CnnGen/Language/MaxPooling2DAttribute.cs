namespace CnnGen;

/// <summary>
/// The largest value of each window: H × W × C → H' × W' × C, no parameters. The size is
/// ⌊(size − pool) / stride⌋ + 1 with <see cref="Pad.Valid"/> and ⌈size / stride⌉ with <see cref="Pad.Same"/>;
/// padding never wins over a pixel.
/// Keras: <c>MaxPooling2D</c>, <c>keras/layers/pooling/base_pooling2d.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxPooling2DAttribute : LayerAttribute
{
    private int? _strides;
    private int? _stridesWidth;

    /// <summary>A pooling with a square window.</summary>
    /// <param name="poolSize">Height and width of the window. Default 2.</param>
    public MaxPooling2DAttribute(int poolSize = 2) : this(poolSize, poolSize)
    {
    }

    /// <summary>A pooling with a window of any height and width.</summary>
    /// <param name="poolHeight">Height of the window.</param>
    /// <param name="poolWidth">Width of the window.</param>
    public MaxPooling2DAttribute(int poolHeight, int poolWidth)
    {
        PoolHeight = poolHeight;
        PoolWidth = poolWidth;
    }

    /// <summary>Height of the window.</summary>
    public int PoolHeight { get; }

    /// <summary>Width of the window.</summary>
    public int PoolWidth { get; }

    /// <summary>The step from one window to the next, down and, unless <see cref="StridesWidth"/> says another, across.
    /// Default: the window's size.</summary>
    public int Strides { get => _strides ?? PoolHeight; set => _strides = value; }

    /// <summary>The step across. Default: <see cref="Strides"/> where that is given, else the window's width.</summary>
    public int StridesWidth { get => _stridesWidth ?? _strides ?? PoolWidth; set => _stridesWidth = value; }

    /// <summary>What happens at the border. Default: no padding.</summary>
    public Pad Padding { get; set; } = Pad.Valid;
}
