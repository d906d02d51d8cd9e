using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>A value kept for the backward pass: its memory, without its history, and the proof that nobody overwrote it.</summary>
internal readonly struct SavedTensor
{
    private readonly TensorImpl? _impl;
    private readonly int _version;

    public SavedTensor(TensorImpl impl)
    {
        _impl = impl.Window();
        _version = _impl.Storage.Version;
    }

    public bool IsIntact => _impl is not null && _impl.Storage.Version == _version;

    public torch.Tensor Unpack(string step)
    {
        if (_impl is null) throw TorchError.Create($"{step}: a value needed for the gradient was not saved");
        if (_impl.Storage.Version != _version)
        {
            throw TorchError.Create(
                $"one of the variables needed for gradient computation has been modified by an inplace operation: {step} needs " +
                $"a tensor of shape {Geometry.Format(_impl.Shape)} at version {_version}, but it is at version {_impl.Storage.Version}");
        }

        _impl.Retain();
        return torch.Tensor.Of(_impl);
    }

    public void Release() => _impl?.Release();
}
