namespace CnnGen.Interop.Onnx;

/// <summary>How each layer of the language is made of ONNX's operators.</summary>
internal static class OnnxLayers
{
    // Lists rather than reflection: what is not named is trimmed away.
    private static readonly Dictionary<string, Func<OnnxLayer, OnnxValue>> s_all = new[]
    {
        DenseLayers.All, Convolutions.All, TransposedConvolutions.All, Poolings.All, Normalizations.All, Scalings.All,
        ResponseNormalizations.All, ActivationLayers.All, Merges.All, Dots.All, Reshapes.All, EdgeLayers.All, ImageSizes.All, LeftOut.All,
    }
        .SelectMany(static family => family)
        .ToDictionary(static layer => layer.Key, static layer => layer.Value);

    /// <summary>Whether a layer has a form in ONNX.</summary>
    public static bool Has(string className) => s_all.ContainsKey(className);

    /// <summary>What a call of a layer gives; its input itself, where the layer does nothing in inference.</summary>
    /// <exception cref="CnnGenException">The layer has no form in ONNX.</exception>
    public static OnnxValue Convert(OnnxLayer layer) => s_all.TryGetValue(layer.Call.ClassName, out Func<OnnxLayer, OnnxValue>? convert)
        ? convert(layer)
        : throw new CnnGenException($"{layer.Call.Path} cannot be written as ONNX: {layer.Call.ClassName} has no form there.");
}
