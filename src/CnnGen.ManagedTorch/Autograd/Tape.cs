using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>Records operations: each result remembers the step that leads back to its inputs.</summary>
internal static class Tape
{
    public static bool Records(torch.Tensor a) => GradMode.Enabled && a.Impl.RequiresGrad;

    public static bool Records(torch.Tensor a, torch.Tensor? b) =>
        GradMode.Enabled && (a.Impl.RequiresGrad || (b is not null && b.Impl.RequiresGrad));

    public static bool Records(torch.Tensor a, torch.Tensor? b, torch.Tensor? c) =>
        Records(a, b) || (GradMode.Enabled && c is not null && c.Impl.RequiresGrad);

    public static bool Records(ReadOnlySpan<torch.Tensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (Records(tensor)) return true;
        }

        return false;
    }

    /// <summary>Notes how <paramref name="result"/> came about. Call it only where <c>Records</c> says so.</summary>
    public static torch.Tensor Record(
        torch.Tensor result, string name, ReadOnlySpan<torch.Tensor?> inputs, ReadOnlySpan<ToSave> saved, BackwardRule rule) =>
        Finish(result, PlainNode.Begin(name, inputs, rule), saved);

    /// <summary>As above, for a rule that needs a state beside what is saved.</summary>
    public static torch.Tensor Record<TState>(
        torch.Tensor result, string name, ReadOnlySpan<torch.Tensor?> inputs, ReadOnlySpan<ToSave> saved, in TState state, BackwardRule<TState> rule)
        where TState : struct =>
        Finish(result, StatefulNode<TState>.Begin(name, inputs, state, rule), saved);

    /// <summary>Notes that a tensor was overwritten: what it was before is the input of the step.</summary>
    public static void RecordInPlace(
        torch.Tensor target, string name, ReadOnlySpan<torch.Tensor?> inputs, ReadOnlySpan<ToSave> saved, BackwardRule rule)
    {
        var node = PlainNode.Begin(name, inputs, rule);
        target.Impl.NoteWrite();
        node.Save(saved);
        target.Impl.Rebase(node);
        node.Release();
    }

    private static torch.Tensor Finish(torch.Tensor result, Node node, ReadOnlySpan<ToSave> saved)
    {
        node.Save(saved);
        result.Impl.SetProducer(node);
        node.Release();
        return result;
    }
}
