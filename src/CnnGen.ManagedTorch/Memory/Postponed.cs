namespace CnnGen.ManagedTorch.Memory;

/// <summary>
/// What will lie in a storage, known but not computed yet. Whoever looks at the storage first has it computed; whoever only wants
/// something made of it may compute that at once, and the storage is never written. What it is computed from must not change
/// before: whoever looks at that memory, perhaps to write, has it computed too.
/// </summary>
internal abstract unsafe class Postponed
{
    private Storage? _target;
    private Storage? _source;

    /// <summary>Held while the content is computed or given up.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Computes the content, unless that has been done.</summary>
    public void Settle()
    {
        lock (Gate)
        {
            if (_target is not { } target) return;
            Fill(target.Prepare());
            End();
        }
    }

    /// <summary>The content will not be wanted.</summary>
    public void Drop()
    {
        lock (Gate)
        {
            if (_target is not null) End();
        }
    }

    /// <summary>From now on the target waits for its content.</summary>
    protected void Begin(Storage target, Storage source)
    {
        (_target, _source) = (target, source);
        source.Watch(this);
    }

    /// <summary>Whether that storage still waits for its content. Only within the gate.</summary>
    protected bool IsAwaitedBy(Storage storage) => _target == storage;

    /// <summary>The content is written, or not wanted. Only within the gate.</summary>
    protected void End()
    {
        _source!.Unwatch(this);
        _target!.Commit();
        (_target, _source) = (null, null);
        Forget();
    }

    /// <summary>Writes the content.</summary>
    protected abstract void Fill(byte* target);

    /// <summary>Lets go of what the content was to be computed from.</summary>
    protected abstract void Forget();
}
