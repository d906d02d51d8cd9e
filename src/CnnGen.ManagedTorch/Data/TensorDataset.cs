using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors whose first dimension counts the examples. It has handles of its own: the caller keeps those passed.</summary>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors is null or []) throw new ArgumentNullException(nameof(tensors));
        if (Array.Exists(tensors, tensor => tensor.size(0) != tensors[0].size(0)))
            throw new ArgumentException("All tensors must have the same first dimension size.", nameof(tensors));
        _tensors = Array.ConvertAll(tensors, tensor => tensor.alias().DetachFromDisposeScope());
    }

    public override long Count => _tensors[0].size(0);

    public IList<Tensor> this[long index] => [.. _tensors.Select(tensor => tensor.select(0, index))];

    public override IList<Tensor> GetTensor(long index) => this[index];

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var tensor in _tensors) tensor.Dispose();
    }
}
