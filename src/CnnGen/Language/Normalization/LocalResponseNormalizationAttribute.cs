namespace CnnGen;

/// <summary>
/// Divides each value by (k + α · the mean square over <paramref name="size"/> neighbouring channels at its place) to the power of β, where
/// channels beyond the ends count as zeros; the shape stays, no parameters. That is PyTorch's <c>LocalResponseNorm</c>; Keras has it no
/// longer, and TensorFlow's function takes the sum of squares where this takes the mean.
/// </summary>
/// <param name="size">The channels, its own among them. Default 5.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LocalResponseNormalizationAttribute(int size = 5) : LayerAttribute
{
    /// <summary>The channels, its own among them.</summary>
    public int Size { get; } = size;

    /// <summary>What the mean square is multiplied by. Default 0.0001.</summary>
    public double Alpha { get; set; } = 1e-4;

    /// <summary>The power. Default 0.75.</summary>
    public double Beta { get; set; } = 0.75;

    /// <summary>What is added to the mean square, above 0. Default 1.</summary>
    public double K { get; set; } = 1;
}
