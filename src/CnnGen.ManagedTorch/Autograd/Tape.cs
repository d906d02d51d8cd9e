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
        torch.Tensor result,
        string name,
        ReadOnlySpan<torch.Tensor?> inputs,
        ReadOnlySpan<torch.Tensor> saved,
        BackwardRule rule)
    {
        var node = new Node(name, Edges(inputs), Save(saved), rule);
        result.Impl.SetProducer(node);
        node.Release();
        return result;
    }

    /// <summary>Notes that a tensor was overwritten: what it was before is the input of the step.</summary>
    public static void RecordInPlace(
        torch.Tensor target,
        string name,
        ReadOnlySpan<torch.Tensor?> inputs,
        ReadOnlySpan<torch.Tensor> saved,
        BackwardRule rule)
    {
        var edges = Edges(inputs);
        target.Impl.NoteWrite();
        var node = new Node(name, edges, Save(saved), rule);
        target.Impl.Rebase(node);
        node.Release();
    }

    private static Edge[] Edges(ReadOnlySpan<torch.Tensor?> inputs)
    {
        var edges = new Edge[inputs.Length];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = inputs[i] is { } input ? Edge.To(input) : default;
        return edges;
    }

    private static SavedTensor[] Save(ReadOnlySpan<torch.Tensor> tensors)
    {
        if (tensors.Length == 0) return [];
        var saved = new SavedTensor[tensors.Length];
        for (var i = 0; i < saved.Length; i++) saved[i] = new SavedTensor(tensors[i]);
        return saved;
    }
}
