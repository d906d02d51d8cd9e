namespace CnnGen.Interop;

/// <summary>A tensor of a file: what it is, without its values.</summary>
/// <param name="Name">What the file calls it; it can be anything.</param>
/// <param name="Type">What its values are, as NumPy says it: <c>float32</c>.</param>
/// <param name="Shape">Its dimensions as the file has them; none for one number.</param>
public sealed record TensorInfo(string Name, string Type, IReadOnlyList<long> Shape)
{
    /// <summary>How many values it has, or, where a file claims more than can be counted, the largest number.</summary>
    public long Count => Shape.Contains(0) ? 0 : Shape.Aggregate(1L, static (count, size) => size > long.MaxValue / count ? long.MaxValue : count * size);

    /// <summary>A line: <c>conv2d.weight: float32 32×1×3×3</c>.</summary>
    public override string ToString() => ShownText.OneLine($"{Name}: {Type} {(Shape.Count == 0 ? "scalar" : string.Join('×', Shape))}");

    /// <summary>What <c>inspect</c> says of some: their number, then each in a line of its own.</summary>
    internal static IEnumerable<string> Lines(string what, IReadOnlyList<TensorInfo> tensors) =>
    [
        FormattableString.Invariant($"{what}: {tensors.Aggregate(0L, static (sum, tensor) => tensor.Count > long.MaxValue - sum ? long.MaxValue : sum + tensor.Count)} numbers in {tensors.Count} tensors"),
        .. tensors.Select(static tensor => $"  {tensor}"),
    ];
}
