using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>
/// One recorded operation. Every operation here has one differentiable result. How it passes a gradient on is known to the
/// two kinds of it: with nothing but what it saved, or with a state besides. Counted by the results it made and the steps that
/// used them; with the last it is used again.
/// </summary>
internal abstract class Node
{
    private static long s_sequence;

    private Edge[] _inputs = new Edge[3];
    private int _inputCount;
    private SavedTensor[] _saved = new SavedTensor[4];
    private int _savedCount;
    private bool _forgotten;
    private BackwardPass? _pass;
    private Node? _nextDropped;
    private int _references;

    public string Name { get; private set; } = "";

    /// <summary>Grows with every node, so going down in it is an order in which each step comes after all that used its result.</summary>
    public long Sequence { get; private set; }

    /// <summary>The gradient that has arrived for the result so far.</summary>
    public TensorImpl? Pending { get; set; }

    /// <summary>The result itself, if somebody called retain_grad on it. Not counted: it holds this node.</summary>
    public TensorImpl? Retaining { get; set; }

    /// <summary>How many values it saved.</summary>
    public int SavedCount => _savedCount;

    public bool Wants(int input) => _inputs[input].IsWanted;

    /// <summary>The step that made an input; null for a leaf, and for an input whose gradient is not wanted.</summary>
    public Node? ProducerOf(int input) => _inputs[input].Producer;

    public long[] InputShape(int input) => _inputs[input].Shape;

    public torch.Tensor Saved(int index) => _saved[index].Unpack(Name);

    /// <summary>Whether nobody has overwritten a saved value.</summary>
    public bool IsIntact(int index) => _saved[index].IsIntact;

    /// <summary>
    /// Passes a gradient to an input: summed over the dimensions in which the input was stretched, and converted to the input's type. So
    /// what comes to a step is always of its result's type.
    /// </summary>
    public void Give(int input, torch.Tensor gradient)
    {
        var edge = _inputs[input];
        if (!edge.IsWanted) return;
        var reduced = gradient.SumTo(edge.Shape).In(edge.Type);
        if (edge.Leaf is { } leaf) _pass!.Accumulate(leaf, reduced);
        else _pass!.Deliver(edge.Producer!, reduced);
    }

    public void Run(BackwardPass pass, torch.Tensor gradient)
    {
        if (_forgotten)
        {
            throw TorchError.Create(
                "Trying to backward through the graph a second time: its saved values are freed already. " +
                "Pass retain_graph: true to the first backward call if that is meant.");
        }

        _pass = pass;
        Apply(gradient);
        _pass = null;
    }

    /// <summary>Frees what was saved; a second pass is then an error. A step that saved nothing can be gone through again.</summary>
    public void Forget()
    {
        _forgotten |= _savedCount > 0;
        for (var i = 0; i < _savedCount; i++) _saved[i].Release();
        Array.Clear(_saved, 0, _savedCount);
        _savedCount = 0;
    }

    public void Retain() => Interlocked.Increment(ref _references);

    // A long chain of steps is released in a loop: recursion could exhaust the stack.
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0) return;
        var dropped = this;
        while (dropped is { } node)
        {
            dropped = node._nextDropped;
            node._nextDropped = null;
            node.Forget();
            for (var i = 0; i < node._inputCount; i++)
            {
                var edge = node._inputs[i];
                edge.Leaf?.Release();
                if (edge.Producer is not { } producer || Interlocked.Decrement(ref producer._references) != 0) continue;
                producer._nextDropped = dropped;
                dropped = producer;
            }

            Array.Clear(node._inputs, 0, node._inputCount);
            node._inputCount = 0;
            (node.Retaining, node._pass) = (null, null);
            node.Recycle();
        }
    }

    /// <summary>Begins a step with one reference to it.</summary>
    protected void Begin(string name, ReadOnlySpan<torch.Tensor?> inputs)
    {
        (Name, Sequence) = (name, Interlocked.Increment(ref s_sequence));
        (_references, _forgotten) = (1, false);
        if (_inputs.Length < inputs.Length) _inputs = new Edge[inputs.Length];
        try
        {
            foreach (var input in inputs)
            {
                _inputs[_inputCount] = input is null ? default : Edge.To(input);
                _inputCount++;
            }
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>Saves values as they are now.</summary>
    public void Save(ReadOnlySpan<ToSave> values)
    {
        if (_saved.Length < values.Length) _saved = new SavedTensor[values.Length];
        for (var i = 0; i < values.Length; i++) _saved[i] = new SavedTensor(values[i].Impl);
        _savedCount = values.Length;
    }

    protected abstract void Apply(torch.Tensor gradient);

    protected abstract void Recycle();
}
