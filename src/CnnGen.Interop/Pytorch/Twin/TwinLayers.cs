namespace CnnGen.Interop;

/// <summary>How each kind of layer is written with PyTorch, by Keras's name of it.</summary>
internal static class TwinLayers
{
    private static readonly Dictionary<string, TwinLayer> All = new(
    [
        .. CoreTwins.All, .. ConvolutionTwins.All, .. PoolingTwins.All, .. NormalizationTwins.All, .. ActivationTwins.All, .. MergingTwins.All,
        .. ReshapingTwins.All, .. ResizingTwins.All, .. RegularizationTwins.All,
    ]);

    /// <summary>The layers that have no twin, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Lacking { get; } = new Dictionary<string, string>(
        new[] { "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast", "RandomBrightness" }.Select(static name =>
            new KeyValuePair<string, string>(name, "torch alone has no transforms that change images at random; change them where the data is read")));

    /// <summary>Whether a layer has a twin.</summary>
    public static bool Has(string className) => All.ContainsKey(className);

    public static TwinLayer Of(LayerCall call)
    {
        if (All.TryGetValue(call.ClassName, out TwinLayer? layer))
        {
            return layer.DependsOnSizes(call) && call.Layer.ShapeVaries
                ? throw Cannot(call, "it is shared, and its calls have different sizes")
                : layer;
        }

        throw Cannot(call, Lacking.GetValueOrDefault(call.ClassName, "there is no twin of it"));
    }

    /// <summary>The error of a layer that cannot be written.</summary>
    public static CnnGenException Cannot(LayerCall call, string reason) =>
        new($"The layer '{call.Path}' ({call.ClassName}) cannot be written for PyTorch: {reason}.");
}
