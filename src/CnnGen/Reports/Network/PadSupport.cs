namespace CnnGen;

/// <summary>Which networks the pad's script can run: chains of these layers over images.</summary>
internal static class PadSupport
{
    /// <summary>The layers that leave everything as it is once training is over; the script never hears of them.</summary>
    public static readonly HashSet<string> Idle =
    [
        "InputLayer", "Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "GaussianDropout", "AlphaDropout", "GaussianNoise", "ActivityRegularization",
        "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast", "RandomBrightness",
    ];

    /// <summary>The layers that layers.js computes; a test holds the two lists to each other.</summary>
    public static readonly HashSet<string> Computed =
    [
        "Conv2D", "Conv2DTranspose", "DepthwiseConv2D", "SeparableConv2D", "Dense",
        "MaxPooling2D", "AveragePooling2D", "GlobalMaxPooling2D", "GlobalAveragePooling2D",
        "BatchNormalization", "LayerNormalization", "GroupNormalization", "UnitNormalization", "LayerScale",
        "Activation", "ReLU", "LeakyReLU", "PReLU", "ELU", "GELU", "SiLU", "Sigmoid", "Tanh", "Softmax",
        "Flatten", "Reshape", "ZeroPadding2D", "Cropping2D", "UpSampling2D", "Rescaling",
    ];

    /// <summary>Why the pad cannot run a model, as a sentence; <see langword="null"/> if it can.</summary>
    public static string? Obstacle(ReportedModel model)
    {
        ModelSummary summary = model.Architecture;
        string? what = summary.InputShape.Count != 3 ? "takes no images"
            : summary.Ends?.Inputs[0].Format == DataFormat.ChannelsFirst ? "has its channels first"
            : OfChain(summary) ?? summary.Layers.Select(OfLayer).FirstOrDefault(static obstacle => obstacle is not null);
        return what is null ? null : $"{model.Name} {what}, which the pad's script does not compute.";
    }

    private static string? OfChain(ModelSummary summary)
    {
        for (int i = 0; i < summary.Layers.Count; i++)
        {
            LayerSummary layer = summary.Layers[i];
            bool follows = i == 0 ? layer.Inputs.Count == 0 : layer.Inputs is [var input] && input == summary.Layers[i - 1].Name;
            if (!follows || layer.ShapeVaries)
            {
                return $"is no chain: {layer.Name} does not just read the layer above it";
            }

            if (layer.Layers.Count > 0)
            {
                return $"has a whole model as its layer {layer.Name}";
            }
        }

        return null;
    }

    private static string? OfLayer(LayerSummary layer)
    {
        if (Idle.Contains(layer.ClassName))
        {
            return null;
        }

        return !Computed.Contains(layer.ClassName) ? $"has the layer {layer.Name} ({layer.ClassName})"
            : layer.OutputShape.Count is not (1 or 3) ? $"has values of {layer.OutputShape.Count} axes behind {layer.Name}"
            : HasOtherAxis(layer) ? $"has the layer {layer.Name} along another axis than the channels"
            : null;
    }

    // Slopes may be shared by all places, or by none.
    private static bool HasOtherAxis(LayerSummary layer) =>
        layer.Settings.Any(static setting => setting.Name == "axis" || (setting.Name == "sharedAxes" && !setting.Numbers.SequenceEqual([1, 2])));
}
