using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Memory;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Disposes, when it ends, every tensor that was made while it was the innermost scope of its thread, save those
/// moved out of it.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? s_current;

    [ThreadStatic]
    private static Recycled<List<IDisposable>>? s_lists;

    // Tensors know their own place in the list, so that leaving it costs the same however long it is.
    private List<IDisposable> _members = EmptyList();
    private DisposeScope? _outer;
    private volatile bool _disposed;

    internal DisposeScope(LentHandles? handles = null)
    {
        Handles = handles;
        _outer = Current;
        s_current = this;
    }

    /// <summary>Where tensors made in this very scope get their handles; null for handles of their own.</summary>
    internal LentHandles? Handles { get; }

    // After an await a scope may end on another thread, which cannot take it out of this one's chain.
    internal static DisposeScope? Current
    {
        get
        {
            var current = s_current;
            return current is { _disposed: true } ? s_current = Living(current) : current;
        }
    }

    internal DisposeScope? OuterScope => _outer = Living(_outer);

    /// <summary>What the scope would dispose now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => Members.ToArray();

    /// <summary>How much the scope would dispose now.</summary>
    public int DisposablesCount => Members.Count;

    private List<IDisposable> Members
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _members;
        }
    }

    /// <summary>Hands something over to the scope around this one; if there is none, it belongs to nobody.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(OuterScope, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable =>
        MoveToOther(OuterScope, first, second);

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        MoveToOther(OuterScope, first, second, third);

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Hands something over to another scope.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        Move(disposable, scope);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
    {
        Move(first, scope);
        Move(second, scope);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        Move(first, scope);
        Move(second, scope);
        Move(third, scope);
        return (first, second, third);
    }

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Move(disposable, scope);
    }

    /// <summary>Takes something out of all scopes; its owner then disposes it.</summary>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable =>
        MoveToOther(null, first, second);

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        MoveToOther(null, first, second, third);

    public void Detach(params IDisposable[] disposables) => MoveToOther(null, (IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Makes the scope responsible for something, whichever scope was before.</summary>
    public void Attach(IDisposable disposable)
    {
        if (disposable is Tensor { OwningDisposeScope: { } owner } && owner != this) owner.Remove(disposable);
        if (!Contains(disposable)) Add(disposable);
    }

    public void Attach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) Attach(disposable);
    }

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var attached = disposables.ToArray();
        Attach(attached);
        return attached;
    }

    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes all but some, now; the scope goes on and keeps those.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var member in Members.ToArray())
        {
            if (!keep.Contains(member))
            {
                Remove(member);
                member.Dispose();
            }
        }

        foreach (var kept in keep) Attach(kept);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    public bool Contains(IDisposable disposable) =>
        disposable is Tensor tensor
            ? tensor.OwningDisposeScope == this
            : Members.Exists(member => ReferenceEquals(member, disposable));

    /// <summary>Ends the scope.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        DisposeMembers();
        _disposed = true;
        Lists.Put(_members);
        // Where scopes do not end in the reverse of the order they began in, those within this one pass it over from now on.
        if (s_current == this) s_current = OuterScope;
    }

    /// <summary>Disposes all members; the scope goes on.</summary>
    internal void DisposeMembers()
    {
        Handles?.TakeBack();
        if (_members.Count == 0) return;

        // What a member disposes in turn may be a member too, so the list is emptied first.
        var members = _members;
        _members = EmptyList();
        foreach (var member in members)
        {
            if (member is Tensor tensor) tensor.OwningDisposeScope = null;
        }

        foreach (var member in members) member.Dispose();
        members.Clear();
        Lists.Put(members);
    }

    internal void Add(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
        {
            tensor.OwningDisposeScope = this;
            tensor.IndexInScope = Members.Count;
        }

        Members.Add(disposable);
    }

    internal bool Remove(IDisposable disposable)
    {
        var index = disposable is Tensor tensor
            ? (tensor.OwningDisposeScope == this ? tensor.IndexInScope : -1)
            : Members.FindIndex(member => ReferenceEquals(member, disposable));
        if (index < 0) return false;

        var last = _members[^1];
        _members[index] = last;
        if (last is Tensor moved) moved.IndexInScope = index;
        _members.RemoveAt(_members.Count - 1);
        if (disposable is Tensor removed) removed.OwningDisposeScope = null;
        return true;
    }

    private static Recycled<List<IDisposable>> Lists => s_lists ??= new Recycled<List<IDisposable>>();

    private static List<IDisposable> EmptyList() => Lists.Take() ?? [];

    /// <summary>The scope itself, or the innermost around it that has not ended.</summary>
    private static DisposeScope? Living(DisposeScope? scope)
    {
        while (scope is { _disposed: true }) scope = scope._outer;
        return scope;
    }

    private void Move(IDisposable disposable, DisposeScope? scope)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Remove(disposable)) scope?.Add(disposable);
    }
}
