namespace CnnGen;

/// <summary>What an output should give for the examples of a batch.</summary>
public sealed class BatchTarget
{
    /// <summary>Class indices, <c>Count × positions</c>; empty unless the target's kind is <see cref="LabelKind.ClassIndex"/>.</summary>
    public Memory<long> Labels { get; set; }

    /// <summary>Numbers, <c>Count × positions × classes or channels</c>: those of a position side by side; empty where there are <see cref="Labels"/>.</summary>
    public Memory<float> Values { get; set; }

    /// <summary>A weight for each example; empty where the target has none.</summary>
    public Memory<float> Weights { get; set; }
}
