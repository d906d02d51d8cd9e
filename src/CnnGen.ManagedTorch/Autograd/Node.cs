using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>How a step passes a gradient on: reads what it saved, gives each input its share.</summary>
internal delegate void BackwardRule(Node node, torch.Tensor gradient);

/// <summary>One recorded operation. Every operation here has one differentiable result.</summary>
internal sealed class Node
{
    private static long s_sequence;

    private readonly Edge[] _inputs;
    private SavedTensor[] _saved;
    private BackwardRule? _rule;
    private BackwardPass? _pass;
    private int _references = 1;

    public Node(string name, Edge[] inputs, SavedTensor[] saved, BackwardRule rule)
    {
        Name = name;
        _inputs = inputs;
        _saved = saved;
        _rule = rule;
        Sequence = Interlocked.Increment(ref s_sequence);
    }

    public string Name { get; }

    /// <summary>Grows with every node, so going down in it is an order in which each step comes after all that used its result.</summary>
    public long Sequence { get; }

    /// <summary>The gradient that has arrived for the result so far.</summary>
    public TensorImpl? Pending { get; set; }

    /// <summary>The result itself, if somebody called retain_grad on it. Not counted: it holds this node.</summary>
    public TensorImpl? Retaining { get; set; }

    public bool Wants(int input) => _inputs[input].IsWanted;

    public long[] InputShape(int input) => _inputs[input].Shape;

    public torch.Tensor Saved(int index) => _saved[index].Unpack(Name);

    /// <summary>Passes a gradient to an input; summed over the dimensions in which the input was stretched.</summary>
    public void Give(int input, torch.Tensor gradient)
    {
        var edge = _inputs[input];
        if (!edge.IsWanted) return;
        var reduced = gradient.SumTo(edge.Shape);
        if (edge.Leaf is { } leaf) _pass!.Accumulate(leaf, reduced);
        else _pass!.Deliver(edge.Producer!, reduced);
    }

    public void Run(BackwardPass pass, torch.Tensor gradient)
    {
        if (_rule is null)
        {
            throw TorchError.Create(
                "Trying to backward through the graph a second time: its saved values are freed already. " +
                "Pass retain_graph: true to the first backward call if that is meant.");
        }

        _pass = pass;
        _rule(this, gradient);
        _pass = null;
    }

    /// <summary>Frees what was saved; a second pass is then an error.</summary>
    public void Forget()
    {
        _rule = null;
        foreach (var saved in _saved) saved.Release();
        _saved = [];
    }

    public void Retain() => Interlocked.Increment(ref _references);

    // A long chain of steps is released in a loop: recursion could exhaust the stack.
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0) return;
        var dropped = new Stack<Node>();
        dropped.Push(this);
        while (dropped.TryPop(out var node))
        {
            node.Forget();
            foreach (var edge in node._inputs)
            {
                edge.Leaf?.Release();
                if (edge.Producer is { } producer && Interlocked.Decrement(ref producer._references) == 0) dropped.Push(producer);
            }
        }
    }
}
