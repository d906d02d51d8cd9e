using System.Diagnostics;
using System.Runtime.InteropServices;
using CnnGen.ManagedTorch.Kernels;

namespace CnnGen.ManagedTorch.Memory;

/// <summary>
/// The memory behind one or more tensors. It returns to the pool with the last reference, and the object is used again;
/// where references were dropped without a word, the finalizer sees to the memory.
/// </summary>
internal sealed unsafe class Storage
{
    [ThreadStatic] private static Recycled<Storage>? s_recycled;

    private int _sizeClass;
    private GCHandle _array;
    private int _references;
    private nint _block;
    private KeptWeights? _kept;
    private long _bytes;
    private volatile Postponed? _awaited;
    private long _ticket;
    private volatile int _watching;
    private List<Postponed>? _watchers;

    private Storage()
    {
    }

    ~Storage() => Free();

    /// <summary>Where the memory lies. Whoever asks may read and write: all that waits for this memory, or to be written there, is computed first.</summary>
    public byte* Pointer
    {
        get
        {
            _awaited?.Settle();
            SettleWatching();
            return (byte*)_block;
        }
    }

    /// <summary>The same for whoever only reads.</summary>
    public byte* ReadPointer
    {
        get
        {
            _awaited?.Settle();
            return (byte*)_block;
        }
    }

    /// <summary>The content that is yet to be computed; null where it lies there.</summary>
    public Postponed? Awaited => _awaited;

    /// <summary>How many tensors and saved tensors share this memory.</summary>
    public int References => Volatile.Read(ref _references);

    /// <summary>Counts writes in place, so that a backward pass notices when a value it saved has changed.</summary>
    public int Version { get; set; }

    /// <summary>Counts those writes in place that autograd recorded; see <see cref="CnnGen.ManagedTorch.Autograd.Tape"/>.</summary>
    public int TrackedWrites { get; set; }

    /// <summary>Somebody may write here without a word: the memory is an array of theirs, or they were shown where it lies.</summary>
    public bool IsExposed { get; set; }

    /// <summary>What kernels packed of these values; null where nobody would notice that they changed.</summary>
    public KeptWeights? Kept
    {
        get
        {
            if (IsExposed) return null;
            var kept = _kept ?? Interlocked.CompareExchange(ref _kept, new KeptWeights(), null) ?? _kept;
            kept.Renew(Version);
            return kept;
        }
    }

    public static Storage Allocate(long bytes)
    {
        var storage = Blank();
        storage._block = MemoryPool.Rent(bytes, out storage._sizeClass);
        return storage;
    }

    /// <summary>Memory that is taken when its content is computed; <see cref="Await"/> says which that is.</summary>
    public static Storage Postpone(long bytes)
    {
        var storage = Blank();
        storage._bytes = bytes;
        return storage;
    }

    /// <summary>The memory of a managed array, pinned for as long as the storage lives.</summary>
    public static Storage Share(Array array, long byteOffset)
    {
        var storage = Blank();
        storage._array = GCHandle.Alloc(array, GCHandleType.Pinned);
        storage.IsExposed = true;
        storage._block = storage._array.AddrOfPinnedObject() + (nint)byteOffset;
        return storage;
    }

    /// <summary>From now on this memory waits for its content.</summary>
    public void Await(Postponed content, long ticket) => (_ticket, _awaited) = (ticket, content);

    /// <summary>Takes the memory for the awaited content; until <see cref="Commit"/> nobody else sees it.</summary>
    public byte* Prepare()
    {
        _block = MemoryPool.Rent(_bytes, out _sizeClass);
        return (byte*)_block;
    }

    /// <summary>The awaited content lies there now, or is not wanted.</summary>
    public void Commit() => _awaited = null;

    /// <summary>Something is computed from this memory later: it is to be told before anybody else gets hold of it.</summary>
    public void Watch(Postponed content)
    {
        var watchers = _watchers ?? Interlocked.CompareExchange(ref _watchers, [], null) ?? _watchers;
        lock (watchers)
        {
            watchers.Add(content);
            _watching = watchers.Count;
        }
    }

    public void Unwatch(Postponed content)
    {
        lock (_watchers!)
        {
            _watchers.Remove(content);
            _watching = _watchers.Count;
        }
    }

    /// <summary>Has computed what is to be computed from this memory: it is about to change.</summary>
    public void SettleWatching()
    {
        while (_watching > 0)
        {
            Postponed? first;
            lock (_watchers!) first = _watchers.FirstOrDefault();
            first?.Settle();
        }
    }

    public void Retain() => Interlocked.Increment(ref _references);

    // A storage that is used again keeps its finalizer, which finds nothing to free while the storage waits.
    public void Release()
    {
        var left = Interlocked.Decrement(ref _references);
        Debug.Assert(left >= 0, "released more often than retained");
        if (left != 0) return;
        Free();
        if (!(s_recycled ??= new Recycled<Storage>()).Put(this)) GC.SuppressFinalize(this);
    }

    private static Storage Blank()
    {
        var storage = s_recycled?.Take() ?? new Storage();
        storage._references = 1;
        (storage.Version, storage.TrackedWrites, storage.IsExposed) = (0, 0, false);
        return storage;
    }

    private void Free()
    {
        _awaited?.Drop(_ticket);
        _awaited = null;
        if (_block == 0) return;
        _kept?.Clear();
        _kept = null;
        if (_array.IsAllocated) _array.Free();
        else MemoryPool.Return(_block, _sizeClass);
        _block = 0;
    }
}
