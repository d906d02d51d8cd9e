using System.Runtime.InteropServices;

namespace CnnGen.ManagedTorch.Memory;

/// <summary>
/// The memory behind one or more tensors. It returns to the pool with the last reference; where references were
/// dropped without a word, the finalizer sees to it.
/// </summary>
internal sealed unsafe class Storage
{
    private readonly int _sizeClass;
    private readonly GCHandle _array;
    private int _references = 1;
    private nint _block;

    private Storage(long bytes)
    {
        _block = MemoryPool.Rent(bytes, out _sizeClass);
    }

    private Storage(Array array, long offset)
    {
        _array = GCHandle.Alloc(array, GCHandleType.Pinned);
        _block = _array.AddrOfPinnedObject() + (nint)offset;
    }

    ~Storage() => Free();

    public byte* Pointer => (byte*)_block;

    /// <summary>How many tensors and saved tensors share this memory.</summary>
    public int References => Volatile.Read(ref _references);

    /// <summary>Counts writes in place, so that a backward pass notices when a value it saved has changed.</summary>
    public int Version { get; set; }

    /// <summary>Counts those writes in place that autograd recorded; see <see cref="CnnGen.ManagedTorch.Autograd.Tape"/>.</summary>
    public int TrackedWrites { get; set; }

    public static Storage Allocate(long bytes) => new(bytes);

    /// <summary>The memory of a managed array, pinned for as long as the storage lives.</summary>
    public static Storage Share(Array array, long byteOffset) => new(array, byteOffset);

    public void Retain() => Interlocked.Increment(ref _references);

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0) return;
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_block == 0) return;
        if (_array.IsAllocated) _array.Free();
        else MemoryPool.Return(_block, _sizeClass);
        _block = 0;
    }
}
