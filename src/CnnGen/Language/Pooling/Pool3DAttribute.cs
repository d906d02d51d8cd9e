namespace CnnGen;

/// <summary>A layer that makes one value of each window of D × H × W × C.</summary>
public abstract class Pool3DAttribute : LayerAttribute
{
    private int? _strides;
    private int? _stridesHeight;
    private int? _stridesWidth;

    private protected Pool3DAttribute(int poolDepth, int poolHeight, int poolWidth)
    {
        PoolDepth = poolDepth;
        PoolHeight = poolHeight;
        PoolWidth = poolWidth;
    }

    /// <summary>Depth of the window.</summary>
    public int PoolDepth { get; }

    /// <summary>Height of the window.</summary>
    public int PoolHeight { get; }

    /// <summary>Width of the window.</summary>
    public int PoolWidth { get; }

    /// <summary>
    /// The step from one window to the next, in depth and, unless <see cref="StridesHeight"/> and <see cref="StridesWidth"/> say others,
    /// down and across. Default: the window's size.
    /// </summary>
    public int Strides { get => _strides ?? PoolDepth; set => _strides = value; }

    /// <summary>The step down. Default: <see cref="Strides"/> where that is given, else the window's height.</summary>
    public int StridesHeight { get => _stridesHeight ?? _strides ?? PoolHeight; set => _stridesHeight = value; }

    /// <summary>The step across. Default: <see cref="Strides"/> where that is given, else the window's width.</summary>
    public int StridesWidth { get => _stridesWidth ?? _strides ?? PoolWidth; set => _stridesWidth = value; }

    /// <summary>What happens at the border. Default: no padding.</summary>
    public Pad Padding { get; set; } = Pad.Valid;
}
