using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>An array that a step is to keep for its backward pass, however the operation holds it.</summary>
internal readonly struct ToSave
{
    private ToSave(TensorImpl impl)
    {
        Impl = impl;
    }

    public TensorImpl Impl { get; }

    public static implicit operator ToSave(torch.Tensor tensor) => new(tensor.Impl);

    public static implicit operator ToSave(Held held) => new(held.Impl);
}
