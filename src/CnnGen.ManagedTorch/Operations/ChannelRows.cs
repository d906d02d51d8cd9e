using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>A tensor with channels in dimension 1 as a matrix: a row for each place, a column for each channel.</summary>
internal sealed unsafe class ChannelRows : IDisposable
{
    private readonly long[] _shape;

    public ChannelRows(Tensor tensor)
    {
        _shape = tensor.Impl.Shape;
        Channels = checked((int)_shape[1]);
        Rows = Channels == 0 ? 0 : tensor.Impl.Count / Channels;
        Dense = _shape.Length switch
        {
            2 => tensor.Arranged(MemoryLayout.Contiguous),
            4 => tensor.Arranged(MemoryLayout.ChannelsLast),
            _ => ChannelsToEnd(tensor),
        };
    }

    public Tensor Dense { get; }

    public long Rows { get; }

    public int Channels { get; }

    public float* Floats => Dense.Impl.Floats;

    /// <summary>An uninitialised tensor whose memory is laid out like <see cref="Dense"/>.</summary>
    public Tensor NewLike() => Tensor.New(Dense.Impl.Shape, ScalarType.Float32, _shape.Length == 4 ? MemoryLayout.ChannelsLast : MemoryLayout.Contiguous);

    /// <summary>The rows of something laid out like <see cref="Dense"/>.</summary>
    public Tensor AsMatrix(Tensor dense) => dense.Windowed([Rows, Channels], [Channels, 1], dense.Impl.Offset);

    /// <summary>Back to the order of dimensions that the tensor came with.</summary>
    public Tensor Restore(Tensor dense)
    {
        if (_shape.Length is 2 or 4) return dense;
        using var owned = dense;
        return owned.transpose(1, -1);
    }

    public void Dispose() => Dense.Dispose();

    private static Tensor ChannelsToEnd(Tensor tensor)
    {
        using var moved = tensor.Detached().transpose(1, -1);
        return moved.Arranged(MemoryLayout.Contiguous);
    }
}
