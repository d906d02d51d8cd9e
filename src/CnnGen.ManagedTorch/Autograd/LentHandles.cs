using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>
/// Handles that are lent for one step of a backward pass and lent again for the next: what a step works with is seen by
/// nobody outside of it.
/// </summary>
internal sealed class LentHandles
{
    private readonly List<Tensor> _handles = [];
    private int _lent;

    /// <summary>A handle; takes over the caller's reference.</summary>
    public Tensor Lend(TensorImpl impl)
    {
        if (_lent == _handles.Count) _handles.Add(Tensor.Unscoped(impl));
        else _handles[_lent].Rename(impl);
        return _handles[_lent++];
    }

    /// <summary>Disposes all that are lent, those that were not disposed already.</summary>
    public void TakeBack()
    {
        for (; _lent > 0; _lent--) _handles[_lent - 1].Dispose();
    }
}
