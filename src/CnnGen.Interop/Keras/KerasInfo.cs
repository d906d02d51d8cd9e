using CnnGen.Interop.Keras;

namespace CnnGen.Interop;

/// <summary>What a Keras file holds.</summary>
public sealed class KerasInfo
{
    private const string OptimizerGroup = "optimizer/";

    internal KerasInfo(string path, KerasFile file)
    {
        Path = path;
        Model = file.Model?.Name;
        IsSequential = file.Model?.IsSequential ?? false;
        Inputs = [.. (file.Model?.Inputs ?? []).Select(static input => new KeyValuePair<string, IReadOnlyList<int>>(input.Name, input.Shape))];
        Layers = [.. (file.Model?.AllLayers ?? []).Select(static layer => new KeyValuePair<string, string>(layer.Name, layer.ClassName))];
        ILookup<bool, TensorInfo> tensors = file.Tensors.ToLookup(static tensor => tensor.Name.StartsWith(OptimizerGroup, StringComparison.Ordinal));
        (Weights, Optimizer) = ([.. tensors[false]], [.. tensors[true]]);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The model's name; <see langword="null"/> where the file holds weights alone.</summary>
    public string? Model { get; }

    /// <summary>Whether the model is a chain, Keras's <c>Sequential</c>.</summary>
    public bool IsSequential { get; }

    /// <summary>What goes in: name and shape without the batch.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<int>>> Inputs { get; }

    /// <summary>The layers in Keras's order, each with its class; those of models within the model too.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Layers { get; }

    /// <summary>The weights, by their places in the file: <c>layers/conv2d/vars/0</c>.</summary>
    public IReadOnlyList<TensorInfo> Weights { get; }

    /// <summary>The state of the optimizer; empty where the file has none.</summary>
    public IReadOnlyList<TensorInfo> Optimizer { get; }

    /// <summary>All of it as text, a line each.</summary>
    public override string ToString()
    {
        List<string> lines = [$"{Path}: {(Model is null ? "weights of Keras" : ShownText.OneLine($"Keras model {Model} ({(IsSequential ? "Sequential" : "Functional")})"))}"];
        lines.AddRange(Inputs.Select(static input => ShownText.OneLine($"input {input.Key}: {string.Join('×', input.Value)}")));
        if (Model is not null)
        {
            lines.Add($"layers: {Layers.Count}");
            lines.AddRange(Layers.Select(static layer => ShownText.OneLine($"  {layer.Key} ({layer.Value})")));
        }

        lines.AddRange(TensorInfo.Lines("weights", Weights));
        lines.AddRange(Optimizer.Count == 0 ? [] : TensorInfo.Lines("optimizer", Optimizer).Take(1));
        return string.Join(Environment.NewLine, lines);
    }
}
