namespace CnnGen.Interop.Keras;

/// <summary>How Keras writes the arguments of layers that change pictures.</summary>
internal static class SavedAugmentations
{
    /// <summary>Writes the arguments of such a layer; <see langword="false"/> for another one.</summary>
    public static bool Write(SavedArguments layer, string name)
    {
        switch (name)
        {
            case "Rescaling":
                layer.Json.WriteNumber("scale", layer.Real("scale", 1));
                layer.Number("offset", "offset");
                return true;
            case "CenterCrop" or "Resizing":
                layer.Json.WriteNumber("height", layer.Real("height", 1));
                layer.Json.WriteNumber("width", layer.Real("width", 1));
                layer.Word("interpolation", "interpolation", KerasWords.Interpolations);
                layer.Flag("cropToAspectRatio", "crop_to_aspect_ratio");
                return true;
            case "RandomFlip":
                layer.Word("mode", "mode", KerasWords.FlipModes);
                return true;
            case "RandomRotation":
                Bounds(layer, "factor", "factor", "lower", "upper");
                Filled(layer);
                return true;
            case "RandomTranslation" or "RandomZoom":
                Bounds(layer, "height_factor", "heightFactor", "heightLower", "heightUpper");
                Bounds(layer, "width_factor", "widthFactor", "widthLower", "widthUpper");
                Filled(layer);
                return true;
            case "RandomContrast" or "RandomBrightness":
                Bounds(layer, "factor", "factor", "lower", "upper", isOneSided: name == "RandomContrast");
                layer.Write("value_range", [layer.Real("valueLow", 0), layer.Real("valueHigh", 255)]);
                return true;
            default:
                return false;
        }
    }

    private static void Filled(SavedArguments layer)
    {
        layer.Word("fillMode", "fill_mode", KerasWords.FillModes);
        layer.Number("fillValue", "fill_value");
        layer.Word("interpolation", "interpolation", KerasWords.Interpolations);
    }

    // Both bounds always: what one number stands for differs from layer to layer.
    private static void Bounds(SavedArguments layer, string keras, string factor, string lower, string upper, bool isOneSided = false)
    {
        double? both = layer.Take(factor)?.Numbers[0];
        double? low = layer.Take(lower)?.Numbers[0];
        double? high = layer.Take(upper)?.Numbers[0];
        if (both is null && low is null && high is null && keras == "width_factor" && layer.Call.ClassName == "RandomZoom")
        {
            return;
        }

        double magnitude = Math.Abs(both ?? 0);
        layer.Write(keras, both is null ? [low ?? 0, high ?? 0] : [isOneSided ? both.Value : -magnitude, isOneSided ? both.Value : magnitude]);
    }
}
