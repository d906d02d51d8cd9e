namespace CnnGen.ManagedTorch.Memory;

/// <summary>
/// What will lie in a storage, known but not computed yet. Whoever looks at the storage first has it computed; whoever only wants
/// something made of it may compute that at once, and the storage is never written. What it is computed from must not change
/// before: whoever looks at that memory, perhaps to write, has it computed too.
/// </summary>
internal abstract unsafe class Postponed
{
    private readonly Storage?[] _sources = new Storage?[3];

    // Sources live long, and know this: a target that was forgotten without being disposed must not live as long as they do.
    private readonly WeakReference<Storage> _target = new(null!);
    private bool _isPending;

    // Counts the storages that this object has served.
    private long _ticket;

    /// <summary>Held while the content is computed or given up.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Computes the content, unless that has been done.</summary>
    public void Settle()
    {
        lock (Gate)
        {
            if (!_isPending) return;
            if (_target.TryGetTarget(out var target)) Fill(target.Prepare());
            End();
        }
    }

    /// <summary>The content will not be wanted.</summary>
    /// <param name="ticket">What was given for the storage: this object may serve another one by now.</param>
    public void Drop(long ticket)
    {
        lock (Gate)
        {
            if (_isPending && ticket == _ticket) End();
        }
    }

    /// <summary>From now on the target waits for its content. Sources that others may change without a word are read at once.</summary>
    protected void Begin(Storage target, Storage source, Storage? second = null, Storage? third = null)
    {
        // A storage that this object served before may be collected at this very moment, and still call.
        lock (Gate)
        {
            _target.SetTarget(target);
            _isPending = true;
            target.Await(this, ++_ticket);
            (_sources[0], _sources[1], _sources[2]) = (source, second, third);
            foreach (var one in _sources) one?.Watch(this);
            if (Array.Exists(_sources, static one => one is { IsExposed: true })) Settle();
        }
    }

    /// <summary>Whether that storage still waits for its content. Only within the gate.</summary>
    protected bool IsAwaitedBy(Storage storage) => _isPending && _target.TryGetTarget(out var target) && target == storage;

    /// <summary>The content is written, or not wanted. Only within the gate.</summary>
    protected void End()
    {
        foreach (var source in _sources) source?.Unwatch(this);
        Array.Clear(_sources);
        if (_target.TryGetTarget(out var target)) target.Commit();
        _target.SetTarget(null!);
        _isPending = false;
        Forget();
    }

    /// <summary>Writes the content.</summary>
    protected abstract void Fill(byte* target);

    /// <summary>Lets go of what the content was to be computed from.</summary>
    protected abstract void Forget();
}
