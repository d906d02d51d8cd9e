namespace CnnGen;

/// <summary>A layer that makes one value of each window of H × W × C.</summary>
public abstract class Pool2DAttribute : LayerAttribute
{
    private int? _strides;
    private int? _stridesWidth;

    private protected Pool2DAttribute(int poolHeight, int poolWidth)
    {
        PoolHeight = poolHeight;
        PoolWidth = poolWidth;
    }

    /// <summary>Height of the window.</summary>
    public int PoolHeight { get; }

    /// <summary>Width of the window.</summary>
    public int PoolWidth { get; }

    /// <summary>
    /// The step from one window to the next, down and, unless <see cref="StridesWidth"/> says another, across. Default: the window's size.
    /// </summary>
    public int Strides { get => _strides ?? PoolHeight; set => _strides = value; }

    /// <summary>The step across. Default: <see cref="Strides"/> where that is given, else the window's width.</summary>
    public int StridesWidth { get => _stridesWidth ?? _strides ?? PoolWidth; set => _stridesWidth = value; }

    /// <summary>What happens at the border. Default: no padding.</summary>
    public Pad Padding { get; set; } = Pad.Valid;
}
