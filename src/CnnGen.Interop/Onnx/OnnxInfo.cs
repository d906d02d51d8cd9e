namespace CnnGen.Interop;

/// <summary>What an ONNX file holds.</summary>
public sealed record OnnxInfo
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What the network is called; it may be empty.</summary>
    public required string Name { get; init; }

    /// <summary>The program that wrote it, with its version; it may be empty.</summary>
    public required string Producer { get; init; }

    /// <summary>The versions of the operators that it uses, by domain; ONNX's own has an empty name.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> OperatorSets { get; init; }

    /// <summary>What goes in, without the tensors of the file that older versions list too.</summary>
    public required IReadOnlyList<OnnxValueInfo> Inputs { get; init; }

    /// <summary>What comes out.</summary>
    public required IReadOnlyList<OnnxValueInfo> Outputs { get; init; }

    /// <summary>How many nodes there are of each operator, the most frequent first; those in branches and loops do not count.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Operators { get; init; }

    /// <summary>The tensors whose values come along (initializers), weights among them. Nobody has checked that the file has as many values.</summary>
    public required IReadOnlyList<TensorInfo> Tensors { get; init; }

    /// <summary>All of it as text, a line each.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        [
            ShownText.OneLine($"{Path}: ONNX network {(Name.Length > 0 ? Name : "without a name")}{(Producer.Length > 0 ? $", written by {Producer}" : "")}"),
            ShownText.OneLine($"operator set: {string.Join(", ", OperatorSets.Select(static set => set.Key.Length > 0 ? $"{set.Key} {set.Value}" : $"{set.Value}"))}"),
            .. Inputs.Select(static input => $"input {input}"),
            .. Outputs.Select(static output => $"output {output}"),
            FormattableString.Invariant($"operators: {Operators.Sum(static kind => (long)kind.Value)}"),
            .. Operators.Select(static kind => ShownText.OneLine($"  {kind.Value} {kind.Key}")),
            .. TensorInfo.Lines("weights", Tensors),
        ]);
}

/// <summary>What goes into an ONNX network or comes out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its values are, as NumPy says it; <c>other</c> for what is no tensor.</param>
/// <param name="Shape">Its dimensions: numbers, names such as <c>batch</c>, or <c>?</c>; <see langword="null"/> where the file does not say.</param>
public sealed record OnnxValueInfo(string Name, string Type, IReadOnlyList<string>? Shape)
{
    /// <summary>A line: <c>image: float32 batch×1×28×28</c>.</summary>
    public override string ToString() => ShownText.OneLine(
        $"{Name}: {Type}{Shape switch { null => "", [] => " scalar", _ => $" {string.Join('×', Shape)}" }}");
}
