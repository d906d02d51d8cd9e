namespace CnnGen.Interop;

/// <summary>What a file of weights holds that PyTorch or TorchSharp wrote.</summary>
public sealed class WeightsInfo
{
    private readonly string _writer;

    internal WeightsInfo(string path, string writer, IReadOnlyList<StoredTensor> tensors)
    {
        (Path, _writer) = (path, writer);
        Tensors = [.. tensors.Select(static tensor => new TensorInfo(tensor.Name, tensor.Type.Name, tensor.Shape))];
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its tensors, in its order.</summary>
    public IReadOnlyList<TensorInfo> Tensors { get; }

    /// <summary>All of it as text, a line each.</summary>
    public override string ToString() => string.Join(Environment.NewLine, [$"{Path}: weights that {_writer} wrote", .. TensorInfo.Lines("weights", Tensors)]);
}
