using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>One walk back over the tape, latest step first.</summary>
internal sealed class BackwardPass
{
    private readonly PriorityQueue<Node, long> _ready = new();
    private readonly HashSet<TensorImpl>? _only;
    private TensorImpl? _incoming;

    private BackwardPass(HashSet<TensorImpl>? only)
    {
        _only = only;
    }

    /// <summary>Adds the gradients of <paramref name="root"/> to the leaves, or only to some of them.</summary>
    public static void Run(torch.Tensor root, torch.Tensor gradient, bool retainGraph, HashSet<TensorImpl>? only = null)
    {
        using var noGrad = GradMode.Set(false);
        var pass = new BackwardPass(only) { _incoming = gradient.Impl };
        if (root.Impl.Producer is { } producer) pass.Deliver(producer, gradient);
        else pass.Accumulate(root.Impl, gradient);
        pass.Walk(retainGraph);
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

        using var pending = torch.Tensor.Unscoped(node.Pending);
        using var sum = pending.add(gradient);
        node.Pending = sum.Impl;
        node.Pending.Retain();
    }

    public void Accumulate(TensorImpl leaf, torch.Tensor gradient)
    {
        if (_only is not null && !_only.Contains(leaf)) return;

        // A step may still read what came in after it has passed it on, so a leaf may not keep that very tensor.
        Gradients.Accumulate(leaf, gradient, mayKeep: gradient.Impl != _incoming);
    }

    private void Walk(bool retainGraph)
    {
        try
        {
            while (_ready.TryDequeue(out var node, out _)) Step(node, retainGraph);
        }
        finally
        {
            while (_ready.TryDequeue(out var node, out _)) Abandon(node);
        }
    }

    private void Step(Node node, bool retainGraph)
    {
        try
        {
            using var scope = torch.NewDisposeScope();
            var gradient = new torch.Tensor(node.Pending!);
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

    private static void Abandon(Node node)
    {
        node.Pending?.Release();
        node.Pending = null;
        node.Release();
    }
}
