using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>A tensor with channels in dimension 1 as a matrix: a row for each place, a column for each channel.</summary>
internal sealed unsafe class ChannelRows : IDisposable
{
    private readonly MemoryLayout _layout;

    public ChannelRows(Tensor tensor)
    {
        var shape = tensor.Impl.Shape;
        Channels = checked((int)shape[1]);
        Rows = Channels == 0 ? 0 : tensor.Impl.Count / Channels;
        _layout = shape.Length == 2 ? MemoryLayout.Contiguous : MemoryLayout.ChannelsLast;
        Dense = tensor.Arranged(_layout);
    }

    public Tensor Dense { get; }

    public long Rows { get; }

    public int Channels { get; }

    public float* Floats => Dense.Impl.Floats;

    /// <summary>An uninitialised tensor whose memory is laid out like <see cref="Dense"/>.</summary>
    public Tensor NewLike() => Tensor.New(Dense.Impl.Shape, ScalarType.Float32, _layout);

    /// <summary>The rows of something laid out like <see cref="Dense"/>.</summary>
    public Tensor AsMatrix(Tensor dense) => dense.Windowed([Rows, Channels], [Channels, 1], dense.Impl.Offset);

    public void Dispose() => Dense.Dispose();
}
