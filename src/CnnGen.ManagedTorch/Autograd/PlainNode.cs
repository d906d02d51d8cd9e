using CnnGen.ManagedTorch.Memory;
using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>How a step passes a gradient on: reads what it saved, gives each input its share.</summary>
internal delegate void BackwardRule(Node node, torch.Tensor gradient);

/// <summary>A step that knows no more than what it saved.</summary>
internal sealed class PlainNode : Node
{
    [ThreadStatic] private static Recycled<PlainNode>? s_recycled;

    private BackwardRule _rule = null!;

    private PlainNode()
    {
    }

    public static PlainNode Begin(string name, ReadOnlySpan<torch.Tensor?> inputs, BackwardRule rule)
    {
        var node = s_recycled?.Take() ?? new PlainNode();
        node._rule = rule;
        node.Begin(name, inputs);
        return node;
    }

    protected override void Apply(torch.Tensor gradient) => _rule(this, gradient);

    protected override void Recycle()
    {
        _rule = null!;
        (s_recycled ??= new Recycled<PlainNode>()).Put(this);
    }
}
