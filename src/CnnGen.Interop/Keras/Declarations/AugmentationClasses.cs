using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>How the arguments of layers that change pictures are written.</summary>
internal static class AugmentationClasses
{
    public static void Add(Dictionary<string, Action<KerasArguments>> classes)
    {
        classes["Rescaling"] = static layer =>
        {
            layer.Number("scale");
            layer.Number("offset", "Offset", 0);
        };
        classes["CenterCrop"] = static layer =>
        {
            layer.Count("height");
            layer.Count("width");
        };
        classes["Resizing"] = Resizing;
        classes["RandomFlip"] = static layer =>
        {
            if (layer.Take("mode") is { } mode && layer.Member("mode", mode, KerasWords.FlipModes) is var member && member != "HorizontalAndVertical")
            {
                layer.Add($"{nameof(FlipMode)}.{member}");
            }
        };
        classes["RandomRotation"] = static layer =>
        {
            Values(layer, Centred(Bounds(layer, "factor") ?? (0, 0)));
            Filled(layer);
        };
        classes["RandomTranslation"] = static layer =>
        {
            Values(layer, Both(Bounds(layer, "height_factor") ?? (0, 0), Bounds(layer, "width_factor") ?? (0, 0)));
            Filled(layer);
        };
        classes["RandomZoom"] = Zoom;
        classes["RandomContrast"] = static layer =>
        {
            (double lower, double upper) = Bounds(layer, "factor", isOneSided: true) ?? (0, 0);
            Values(layer, lower == upper ? [lower] : [lower, upper]);
            Range(layer);
        };
        classes["RandomBrightness"] = static layer =>
        {
            Values(layer, Centred(Bounds(layer, "factor") ?? (0, 0)));
            Range(layer);
        };
    }

    private static void Resizing(KerasArguments layer)
    {
        layer.Count("height");
        layer.Count("width");
        layer.Word("interpolation", "Interpolation", nameof(Interpolation), KerasWords.Interpolations, "Bilinear");
        layer.Flag("crop_to_aspect_ratio", "CropToAspectRatio", false);
        layer.Ignore("fill_mode", "fill_value");
    }

    private static void Zoom(KerasArguments layer)
    {
        (double Lower, double Upper) height = Bounds(layer, "height_factor") ?? (0, 0);
        if (Bounds(layer, "width_factor") is { } width)
        {
            Values(layer, Both(height, width));
        }
        else
        {
            double[] bounds = Centred(height);
            Values(layer, bounds.Length == 1 ? bounds : throw new NotOffered("RandomZoom of both sides alike with two bounds"));
        }

        Filled(layer);
    }

    private static void Filled(KerasArguments layer)
    {
        layer.Word("fill_mode", "FillMode", nameof(FillMode), KerasWords.FillModes, "Reflect");
        layer.Number("fill_value", "FillValue", 0);
        layer.Word("interpolation", "Interpolation", nameof(Interpolation), KerasWords.Interpolations, "Bilinear");
    }

    private static void Range(KerasArguments layer)
    {
        if (layer.Take("value_range") is not { ValueKind: JsonValueKind.Array } range)
        {
            return;
        }

        double[] bounds = [.. range.EnumerateArray().Select(number => layer.Real("value_range", number))];
        if (bounds.Length != 2)
        {
            throw new NotOffered("a value_range of other than two numbers");
        }

        foreach ((string property, double bound, double usual) in new[] { ("ValueLow", bounds[0], 0.0), ("ValueHigh", bounds[1], 255.0) })
        {
            if (bound != usual)
            {
                layer.Set(property, KerasArguments.Text(bound));
            }
        }
    }

    // One number reaches both ways.
    private static (double Lower, double Upper)? Bounds(KerasArguments layer, string name, bool isOneSided = false)
    {
        if (layer.Take(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            double number = layer.Real(name, value);
            return (isOneSided ? number : -Math.Abs(number), isOneSided ? number : Math.Abs(number));
        }

        double[] bounds = [.. value.EnumerateArray().Select(bound => layer.Real(name, bound))];
        return bounds.Length == 2 ? (bounds[0], bounds[1]) : throw new NotOffered($"a {name} of other than two numbers");
    }

    private static double[] Centred((double Lower, double Upper) bounds) => bounds.Lower == -bounds.Upper ? [bounds.Upper] : [bounds.Lower, bounds.Upper];

    private static double[] Both((double Lower, double Upper) height, (double Lower, double Upper) width) =>
        Centred(height).Length == 1 && Centred(width).Length == 1 ? [height.Upper, width.Upper] : [height.Lower, height.Upper, width.Lower, width.Upper];

    private static void Values(KerasArguments layer, IEnumerable<double> values)
    {
        foreach (double value in values)
        {
            layer.Add(KerasArguments.Text(value));
        }
    }
}
