using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>Where a gradient goes: to the step that made an input, or into the gradient of a leaf. Neither if nobody asked.</summary>
internal readonly struct Edge
{
    private Edge(Node? producer, TensorImpl? leaf, TensorImpl input)
    {
        Producer = producer;
        Leaf = leaf;
        Shape = input.Shape;
        Type = input.Type;
    }

    public Node? Producer { get; }

    public TensorImpl? Leaf { get; }

    /// <summary>The shape of the input, to which a gradient of the broadcast result is summed.</summary>
    public long[] Shape { get; }

    /// <summary>The element type of the input, to which a gradient of the promoted result is converted.</summary>
    public torch.ScalarType Type { get; }

    public bool IsWanted => Producer is not null || Leaf is not null;

    /// <summary>The edge to that tensor; holds what it leads to.</summary>
    public static Edge To(torch.Tensor tensor)
    {
        var impl = tensor.Impl;
        // Checked even where no gradient is wanted: the recorded write may have gone through another window.
        if (impl.TrackedWrites != impl.Storage.TrackedWrites)
        {
            throw TorchError.Create(
                "a tensor shares its memory with another one that was changed in place while autograd was recording; clone() one of them first");
        }

        if (!impl.RequiresGrad) return new Edge(null, null, impl);
        if (impl.Producer is { } producer)
        {
            producer.Retain();
            return new Edge(producer, null, impl);
        }

        impl.Retain();
        return new Edge(null, impl, impl);
    }
}
