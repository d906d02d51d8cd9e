namespace CnnGen;

/// <summary>A layer that makes one value of each window of steps × C.</summary>
public abstract class Pool1DAttribute : LayerAttribute
{
    private int? _strides;

    private protected Pool1DAttribute(int poolSize) => PoolSize = poolSize;

    /// <summary>Steps of the window.</summary>
    public int PoolSize { get; }

    /// <summary>The step from one window to the next. Default: the window's size.</summary>
    public int Strides { get => _strides ?? PoolSize; set => _strides = value; }

    /// <summary>What happens at the border. Default: no padding.</summary>
    public Pad Padding { get; set; } = Pad.Valid;
}
