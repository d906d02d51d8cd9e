using System.Diagnostics;
using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Memory;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// What a tensor is, behind the handles that name it: a window on a storage, and its place in the tape. Counted by
/// its handles and by the tape, so that memory is free the moment nobody can read it any more, and the object is used again.
/// </summary>
internal sealed unsafe class TensorImpl
{
    [ThreadStatic] private static Recycled<TensorImpl>? s_recycled;

    private int _references;
    private bool _isIdentity;

    private TensorImpl()
    {
    }

    public Storage Storage { get; private set; } = null!;

    public ScalarType Type { get; private set; }

    /// <summary>Nobody changes this array; see <see cref="Dimensions"/>.</summary>
    public long[] Shape { get; private set; } = null!;

    /// <summary>Nobody changes this array; see <see cref="Dimensions"/>.</summary>
    public long[] Strides { get; private set; } = null!;

    public long Offset { get; private set; }

    public long Count { get; private set; }

    public int Rank => Shape.Length;

    public bool IsContiguous { get; private set; }

    public bool IsChannelsLast => Geometry.IsChannelsLast(Shape, Strides);

    /// <summary>The dense order these elements lie in, or the one that a result should get.</summary>
    public MemoryLayout Layout => !IsContiguous && IsChannelsLast ? MemoryLayout.ChannelsLast : MemoryLayout.Contiguous;

    public int References => Volatile.Read(ref _references);

    /// <summary>Whether its one holder is the only one who can read this memory.</summary>
    public bool IsUnshared => References == 1 && Storage.References == 1;

    public byte* Pointer => Storage.Pointer + (Offset * Type.Size());

    public float* Floats => (float*)Pointer;

    /// <summary>The same for whoever only reads.</summary>
    public float* ReadFloats => (float*)ReadBytes;

    public byte* ReadBytes => Storage.ReadPointer + (Offset * Type.Size());

    /// <summary>Set on a leaf that collects a gradient.</summary>
    public bool RequiresGradAsLeaf { get; set; }

    /// <summary>Set on the result of a recorded operation: the step that leads back.</summary>
    public Node? Producer { get; private set; }

    /// <summary>The gradient collected so far.</summary>
    public TensorImpl? Gradient { get; set; }

    /// <summary>The gradient counts as zero, whatever lies in its memory: cleared without a write, because the next backward pass replaces it.</summary>
    public bool GradientIsZero { get; set; }

    /// <summary>What the storage had counted when this window on it was made or last written through.</summary>
    public int TrackedWrites { get; private set; }

    public bool RequiresGrad => RequiresGradAsLeaf || Producer is not null;

    public bool IsLeaf => Producer is null;

    public static TensorImpl New(ReadOnlySpan<long> shape, ScalarType type, MemoryLayout layout = MemoryLayout.Contiguous)
    {
        foreach (var size in shape)
        {
            if (size < 0) throw TorchError.Create($"Trying to create tensor with negative dimension {size}: {Geometry.Format(shape)}");
        }

        var bytes = Geometry.ByteCount(shape, type);
        return Make(Storage.Allocate(bytes), type, Dimensions.Of(shape), Geometry.Strides(shape, layout), 0);
    }

    /// <summary>A dense array whose content is to be computed later.</summary>
    public static TensorImpl Postponed(ReadOnlySpan<long> shape, ScalarType type, MemoryLayout layout)
    {
        var storage = Storage.Postpone(Geometry.ByteCount(shape, type));
        return Make(storage, type, Dimensions.Of(shape), Geometry.Strides(shape, layout), 0);
    }

    /// <summary>Takes over the caller's reference to the storage.</summary>
    public static TensorImpl Over(Storage storage, ScalarType type, ReadOnlySpan<long> shape) =>
        Make(storage, type, Dimensions.Of(shape), Geometry.Strides(shape, MemoryLayout.Contiguous), 0);

    /// <summary>Another window on the same memory, unknown to the tape.</summary>
    public TensorImpl Window(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, long offset)
    {
        Storage.Retain();
        return Make(Storage, Type, Dimensions.Of(shape), Dimensions.Of(strides), offset);
    }

    public TensorImpl Window()
    {
        Storage.Retain();
        return Make(Storage, Type, Shape, Strides, Offset);
    }

    /// <summary>A copy in that order, unknown to the tape.</summary>
    public TensorImpl CopyIn(MemoryLayout layout)
    {
        var copy = New(Shape, Type, layout);
        StridedCopy.Copy(this, copy);
        return copy;
    }

    public bool Has(MemoryLayout layout) => layout == MemoryLayout.Contiguous ? IsContiguous : IsChannelsLast;

    public bool HasShape(ReadOnlySpan<long> shape) => Shape.AsSpan().SequenceEqual(shape);

    public void Retain() => Interlocked.Increment(ref _references);

    public void Release()
    {
        var left = Interlocked.Decrement(ref _references);
        Debug.Assert(left >= 0, "released more often than retained");
        if (left != 0) return;
        Storage.Release();
        Gradient?.Release();
        Gradient = null;
        Producer?.Release();
        Producer = null;

        // The storage may serve another tensor by now, which must not be held from here.
        Storage = null!;
        if (!_isIdentity) (s_recycled ??= new Recycled<TensorImpl>()).Put(this);
    }

    /// <summary>Never uses this object again for another tensor: somebody knows the tensor by it without counting as a reference.</summary>
    public void KeepIdentity() => _isIdentity = true;

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

    private static TensorImpl Make(Storage storage, ScalarType type, long[] shape, long[] strides, long offset)
    {
        var impl = s_recycled?.Take() ?? new TensorImpl();
        impl._references = 1;
        (impl.Storage, impl.Type, impl.Shape, impl.Strides, impl.Offset) = (storage, type, shape, strides, offset);
        impl.Count = Geometry.ElementCount(shape);
        impl.IsContiguous = Geometry.IsContiguous(shape, strides);
        impl.TrackedWrites = storage.TrackedWrites;
        (impl.RequiresGradAsLeaf, impl.GradientIsZero) = (false, false);
        return impl;
    }
}
