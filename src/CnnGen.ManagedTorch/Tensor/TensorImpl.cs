using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Memory;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// What a tensor is, behind the handles that name it: a window on a storage, and its place in the tape. Counted by
/// its handles and by the tape, so that memory is free the moment nobody can read it any more.
/// </summary>
internal sealed unsafe class TensorImpl
{
    private int _references = 1;

    private TensorImpl(Storage storage, ScalarType type, long[] shape, long[] strides, long offset)
    {
        Storage = storage;
        Type = type;
        Shape = shape;
        Strides = strides;
        Offset = offset;
        Count = Geometry.ElementCount(shape);
        TrackedWrites = storage.TrackedWrites;
        IsContiguous = Geometry.IsContiguous(shape, strides);
    }

    public Storage Storage { get; }

    public ScalarType Type { get; }

    public long[] Shape { get; }

    public long[] Strides { get; }

    public long Offset { get; }

    public long Count { get; }

    public int Rank => Shape.Length;

    public bool IsContiguous { get; }

    public bool IsChannelsLast => Geometry.IsChannelsLast(Shape, Strides);

    /// <summary>The dense order these elements lie in, or the one that a result should get.</summary>
    public MemoryLayout Layout => !IsContiguous && IsChannelsLast ? MemoryLayout.ChannelsLast : MemoryLayout.Contiguous;

    public int References => Volatile.Read(ref _references);

    public byte* Pointer => Storage.Pointer + (Offset * Type.Size());

    public float* Floats => (float*)Pointer;

    /// <summary>Set on a leaf that collects a gradient.</summary>
    public bool RequiresGradAsLeaf { get; set; }

    /// <summary>Set on the result of a recorded operation: the step that leads back.</summary>
    public Node? Producer { get; set; }

    /// <summary>The gradient collected so far.</summary>
    public TensorImpl? Gradient { get; set; }

    /// <summary>The gradient counts as zero, whatever lies in its memory: cleared without a write, because the next backward pass replaces it.</summary>
    public bool GradientIsZero { get; set; }

    /// <summary>What the storage had counted when this window on it was made or last written through.</summary>
    public int TrackedWrites { get; set; }

    public bool RequiresGrad => RequiresGradAsLeaf || Producer is not null;

    public bool IsLeaf => Producer is null;

    public static TensorImpl New(ReadOnlySpan<long> shape, ScalarType type, MemoryLayout layout = MemoryLayout.Contiguous)
    {
        foreach (var size in shape)
        {
            if (size < 0) throw TorchError.Create($"Trying to create tensor with negative dimension {size}: {Geometry.Format(shape)}");
        }

        var owned = shape.ToArray();
        var bytes = Geometry.ElementCount(shape) * type.Size();
        return new TensorImpl(Storage.Allocate(bytes), type, owned, Geometry.Strides(shape, layout), 0);
    }

    /// <summary>Takes over the caller's reference to the storage.</summary>
    public static TensorImpl Over(Storage storage, ScalarType type, long[] shape) =>
        new(storage, type, shape, Geometry.Strides(shape, MemoryLayout.Contiguous), 0);

    /// <summary>Another window on the same memory, unknown to the tape.</summary>
    public TensorImpl Window(long[] shape, long[] strides, long offset)
    {
        Storage.Retain();
        return new TensorImpl(Storage, Type, shape, strides, offset);
    }

    public TensorImpl Window() => Window(Shape, Strides, Offset);

    public bool Has(MemoryLayout layout) => layout == MemoryLayout.Contiguous ? IsContiguous : IsChannelsLast;

    public void Retain() => Interlocked.Increment(ref _references);

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0) return;
        Storage.Release();
        Gradient?.Release();
        Gradient = null;
        Producer?.Release();
        Producer = null;
    }

    /// <summary>Sets the step that made this tensor.</summary>
    public void SetProducer(Node? producer)
    {
        producer?.Retain();
        Producer?.Release();
        Producer = producer;
    }

    /// <summary>Notes a write in place: values saved from this memory are stale.</summary>
    public void NoteWrite() => Storage.Version++;

    /// <summary>Notes that the write was a recorded step: other windows on the memory no longer know their history.</summary>
    public void Rebase(Node producer)
    {
        TrackedWrites = ++Storage.TrackedWrites;
        SetProducer(producer);
    }
}
