using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>One walk back over the tape, latest step first. A thread uses the same object for one pass after the other.</summary>
internal sealed class BackwardPass
{
    [ThreadStatic] private static BackwardPass? s_spare;

    private readonly PriorityQueue<Node, long> _ready = new();
    private readonly LentHandles _handles = new();
    private DisposeScope? _scope;
    private HashSet<TensorImpl>? _only;
    private TensorImpl? _incoming;

    private BackwardPass()
    {
    }

    /// <summary>Adds the gradients of <paramref name="root"/> to the leaves, or only to some of them.</summary>
    public static void Run(TensorImpl root, TensorImpl gradient, bool retainGraph, HashSet<TensorImpl>? only = null)
    {
        using var noGrad = GradMode.Set(false);
        var pass = s_spare ?? new BackwardPass();
        s_spare = null;
        try
        {
            pass.Begin(root, gradient, only);
            pass.Walk(retainGraph);
        }
        finally
        {
            pass.End();
            s_spare = pass;
        }
    }

    public void Deliver(Node node, torch.Tensor gradient)
    {
        if (node.Pending is null)
        {
            node.Retain();
            node.Pending = gradient.Impl;
            node.Pending.Retain();
            _ready.Enqueue(node, -node.Sequence);
            return;
        }

        var pending = torch.Tensor.Of(node.Pending);
        node.Pending = pending.add(gradient).Impl;
        node.Pending.Retain();
    }

    public void Accumulate(TensorImpl leaf, torch.Tensor gradient)
    {
        if (_only is not null && !_only.Contains(leaf)) return;

        // A step may still read what came in after it has passed it on, so a leaf may not keep that very tensor.
        Gradients.Accumulate(leaf, gradient, mayKeep: gradient.Impl != _incoming);
    }

    private void Begin(TensorImpl root, TensorImpl gradient, HashSet<TensorImpl>? only)
    {
        (_only, _incoming) = (only, gradient);
        _scope = new DisposeScope(_handles);
        gradient.Retain();
        var handle = torch.Tensor.Of(gradient);
        if (root.Producer is { } producer) Deliver(producer, handle);
        else Accumulate(root, handle);
    }

    private void Walk(bool retainGraph)
    {
        while (_ready.TryDequeue(out var node, out _)) Step(node, retainGraph);
    }

    private void Step(Node node, bool retainGraph)
    {
        try
        {
            _scope!.DisposeMembers();
            var gradient = torch.Tensor.Of(node.Pending!);
            node.Pending = null;
            _incoming = gradient.Impl;
            if (node.Retaining is { } retaining) Gradients.Accumulate(retaining, gradient, mayKeep: false);
            node.Run(this, gradient);
            if (!retainGraph) node.Forget();
        }
        finally
        {
            node.Release();
        }
    }

    private void End()
    {
        while (_ready.TryDequeue(out var node, out _))
        {
            node.Pending?.Release();
            node.Pending = null;
            node.Release();
        }

        _scope!.Dispose();
        (_scope, _only, _incoming) = (null, null, null);
    }
}
