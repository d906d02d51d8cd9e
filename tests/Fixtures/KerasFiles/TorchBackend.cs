namespace CnnGen.Fixtures;

/// <summary>
/// Where Keras on torch, which gave the answers, computes something else than its documentation says and than Keras on TensorFlow does. The
/// language goes by the documentation, so that such a model cannot be compared.
/// </summary>
internal static class TorchBackend
{
    /// <summary>The layer that it is about; <see langword="null"/> if there is none.</summary>
    public static string? Oddity(IEnumerable<LayerSummary> layers) =>
        layers.Select(static layer => layer.Ends is null ? Oddity(layer) : Oddity(layer.Layers)).FirstOrDefault(static oddity => oddity is not null);

    private static string? Oddity(LayerSummary layer) =>
        layer.ClassName == "LayerNormalization" && !IsOverTheLast(layer) ? "LayerNormalization before the last axis, where Keras on torch takes the last one"
        : layer.ClassName.StartsWith("AveragePooling", StringComparison.Ordinal) && RepeatsTheEdge(layer) ? $"{layer.ClassName} with one more pixel of padding behind, which Keras on torch fills with the edge's"
        : null;

    private static bool IsOverTheLast(LayerSummary layer)
    {
        int rank = layer.OutputShape.Count;
        int[] axes = [.. (Numbers(layer, "axis") ?? [rank]).Select(static axis => (int)axis).Order()];
        return axes.SequenceEqual(Enumerable.Range(rank - axes.Length + 1, axes.Length));
    }

    // A mean of one pixel and its copies is that pixel.
    private static bool RepeatsTheEdge(LayerSummary layer) => Numbers(layer, "padding") is { } padding && Numbers(layer, "poolSize") is { } sizes
        && sizes.Where((size, axis) => size > 2 && padding[2 * axis] != padding[(2 * axis) + 1]).Any();

    private static IReadOnlyList<double>? Numbers(LayerSummary layer, string setting) => layer.Settings.FirstOrDefault(one => one.Name == setting)?.Numbers;
}
