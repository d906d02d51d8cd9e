namespace CnnGen.Interop.Onnx;

/// <summary>Activations as layers of their own.</summary>
internal static class ActivationLayers
{
    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["Activation"] = static layer => Activations.After(layer, layer.Input),
        ["ELU"] = static layer => Activations.ELU(layer, layer.Input, layer.Number("alpha", 1)),
        ["GELU"] = static layer => Activations.Apply(layer, layer.Input, nameof(Activation.GELU)),
        ["LeakyReLU"] = static layer => Activations.LeakyReLU(layer, layer.Input, layer.Number("negativeSlope", 0.3)),
        ["PReLU"] = PReLU,
        ["ReLU"] = ReLU,
        ["SiLU"] = static layer => Activations.Apply(layer, layer.Input, nameof(Activation.SiLU)),
        ["Sigmoid"] = static layer => Activations.Apply(layer, layer.Input, nameof(Activation.Sigmoid)),
        ["Softmax"] = static layer => layer.Keep("Softmax", layer.Input, new OnnxAttribute("axis", (long)layer.TensorAxis(layer.Places("axis", layer.LastPlace)[0]))),
        ["Tanh"] = static layer => Activations.Apply(layer, layer.Input, nameof(Activation.Tanh)),
    };

    // The slopes stand in the order of the tensor's axes; an axis that shares them has one.
    private static OnnxValue PReLU(OnnxLayer layer)
    {
        HashSet<int> shared = [.. layer.Places("sharedAxes", -1).Where(static place => place >= 0).Select(layer.TensorAxis)];
        int[] sizes = [.. layer.Input.Sizes.Select((size, i) => shared.Contains(i + 1) ? 1 : size)];
        return layer.Keep("PRelu", layer.Input, layer.Weight("weight", sizes));
    }

    private static OnnxValue ReLU(OnnxLayer layer)
    {
        double threshold = layer.Number("threshold", 0);
        double slope = layer.Number("negativeSlope", 0);
        double? largest = layer.Call.Numbers("maxValue") is [var number, ..] ? number : null;
        if (threshold == 0 && slope == 0)
        {
            return largest is { } limit ? Activations.Clip(layer, layer.Input, 0, limit) : layer.Keep("Relu", layer.Input);
        }

        OnnxValue activated = threshold == 0 ? Activations.LeakyReLU(layer, layer.Input, slope) : AboveThreshold(layer, threshold, slope);
        return largest is { } most ? Activations.Clip(layer, activated, null, most) : activated;
    }

    // Nothing up to the threshold; or the slope times what is missing to it.
    private static OnnxValue AboveThreshold(OnnxLayer layer, double threshold, double slope)
    {
        OnnxValue above = layer.Keep("ThresholdedRelu", layer.Input, new OnnxAttribute("alpha", threshold));
        if (slope == 0)
        {
            return above;
        }

        OnnxValue missing = layer.Keep("Relu", layer.Add("Sub", layer.Input.Sizes, [layer.Constant("threshold", threshold), layer.Input]));
        return layer.Keep("Sub", above, layer.Keep("Mul", missing, layer.Constant("slope", slope)));
    }
}
