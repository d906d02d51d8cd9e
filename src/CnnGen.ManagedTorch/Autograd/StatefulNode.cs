using CnnGen.ManagedTorch.Memory;
using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>As <see cref="BackwardRule"/>, with what the operation was told: sizes, a dimension, a layout. A closure would be made anew each time.</summary>
internal delegate void BackwardRule<TState>(Node node, in TState state, torch.Tensor gradient);

/// <summary>A step with a state beside what it saved.</summary>
internal sealed class StatefulNode<TState> : Node where TState : struct
{
    [ThreadStatic] private static Recycled<StatefulNode<TState>>? s_recycled;

    private BackwardRule<TState> _rule = null!;
    private TState _state;

    private StatefulNode()
    {
    }

    public static StatefulNode<TState> Begin(string name, ReadOnlySpan<torch.Tensor?> inputs, in TState state, BackwardRule<TState> rule)
    {
        var node = s_recycled?.Take() ?? new StatefulNode<TState>();
        (node._state, node._rule) = (state, rule);
        node.Begin(name, inputs);
        return node;
    }

    protected override void Apply(torch.Tensor gradient) => _rule(this, _state, gradient);

    protected override void Recycle()
    {
        (_state, _rule) = (default, null!);
        (s_recycled ??= new Recycled<StatefulNode<TState>>()).Put(this);
    }
}
