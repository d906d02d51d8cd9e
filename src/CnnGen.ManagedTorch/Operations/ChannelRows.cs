using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>A tensor with channels in dimension 1 as a matrix: a row for each place, a column for each channel.</summary>
internal readonly unsafe ref struct ChannelRows : IDisposable
{
    private readonly Held _dense;

    public ChannelRows(TensorImpl tensor)
    {
        Channels = Geometry.Int(tensor.Shape[1]);
        Rows = Channels == 0 ? 0 : tensor.Count / Channels;
        Layout = tensor.Rank == 2 ? MemoryLayout.Contiguous : MemoryLayout.ChannelsLast;
        _dense = Held.Arranged(tensor, Layout);
    }

    public TensorImpl Dense => _dense.Impl;

    public long Rows { get; }

    public int Channels { get; }

    public MemoryLayout Layout { get; }

    public float* Floats => _dense.Floats;

    /// <summary>An uninitialised tensor whose memory is laid out like <see cref="Dense"/>.</summary>
    public Tensor NewLike() => Tensor.New(Dense.Shape, ScalarType.Float32, Layout);

    /// <summary>The rows of something laid out like <see cref="Dense"/>.</summary>
    public Tensor AsMatrix(TensorImpl dense) => Tensor.Of(dense.Window([Rows, Channels], [Channels, 1], dense.Offset));

    public void Dispose() => _dense.Dispose();
}
