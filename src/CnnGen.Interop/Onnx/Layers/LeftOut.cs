namespace CnnGen.Interop.Onnx;

/// <summary>Layers that do nothing in inference: dropout, noise, augmentation and penalties.</summary>
internal static class LeftOut
{
    private static readonly string[] s_names =
    [
        "ActivityRegularization", "AlphaDropout", "Dropout", "GaussianDropout", "GaussianNoise", "SpatialDropout1D", "SpatialDropout2D",
        "SpatialDropout3D", "StochasticDepth", "RandomBrightness", "RandomContrast", "RandomFlip", "RandomRotation", "RandomTranslation", "RandomZoom",
    ];

    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } =
        s_names.ToDictionary<string, string, Func<OnnxLayer, OnnxValue>>(static name => name, static _ => static layer => layer.Input);
}
