namespace CnnGen.Torch.Tests.Data;

/// <summary>A data set whose examples are their own numbers: an image full of it, and a label.</summary>
internal sealed class Numbers(long count) : utils.data.Dataset
{
    private readonly List<Tensor> _made = [];

    public override long Count => count;

    public bool IsDisposed { get; private set; }

    /// <summary>Every tensor that was made for an example.</summary>
    public IReadOnlyList<Tensor> Made => _made;

    public override Dictionary<string, Tensor> GetTensor(long index)
    {
        var example = new Dictionary<string, Tensor> { ["image"] = full([1, 2, 2], (float)index), ["label"] = torch.tensor(index) };
        lock (_made)
        {
            _made.AddRange(example.Values);
        }

        return example;
    }

    protected override void Dispose(bool disposing) => IsDisposed = true;
}
