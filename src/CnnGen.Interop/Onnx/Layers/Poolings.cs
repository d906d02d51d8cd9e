namespace CnnGen.Interop.Onnx;

/// <summary>One value for each window, or for each channel.</summary>
internal static class Poolings
{
    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["MaxPooling1D"] = Maximum,
        ["MaxPooling2D"] = Maximum,
        ["MaxPooling3D"] = Maximum,
        ["AveragePooling1D"] = Average,
        ["AveragePooling2D"] = Average,
        ["AveragePooling3D"] = Average,
        ["GlobalMaxPooling1D"] = static layer => Global(layer, "GlobalMaxPool"),
        ["GlobalMaxPooling2D"] = static layer => Global(layer, "GlobalMaxPool"),
        ["GlobalMaxPooling3D"] = static layer => Global(layer, "GlobalMaxPool"),
        ["GlobalAveragePooling1D"] = static layer => Global(layer, "GlobalAveragePool"),
        ["GlobalAveragePooling2D"] = static layer => Global(layer, "GlobalAveragePool"),
        ["GlobalAveragePooling3D"] = static layer => Global(layer, "GlobalAveragePool"),
    };

    private static OnnxValue Maximum(OnnxLayer layer) => Pool(layer, "MaxPool");

    // Keras's means are of the pixels that are there.
    private static OnnxValue Average(OnnxLayer layer) => Pool(layer, "AveragePool", new OnnxAttribute("count_include_pad", 0L));

    private static OnnxValue Pool(OnnxLayer layer, string @operator, params OnnxAttribute[] attributes)
    {
        Windows windows = Windows.Of(layer, "poolSize");
        long[] pads = windows.Pads(layer);
        return layer.Add(@operator, [layer.Input.Sizes[0], .. windows.Outputs(layer, pads)], [layer.Input], [.. windows.Attributes(pads), .. attributes]);
    }

    private static OnnxValue Global(OnnxLayer layer, string @operator)
    {
        OnnxValue input = layer.Input;
        OnnxValue pooled = layer.Add(@operator, [input.Sizes[0], .. Enumerable.Repeat(1, input.Rank - 1)], [input]);
        return layer.Call.Layer.OutputShape.Count > 1
            ? pooled
            : layer.Add("Flatten", [input.Sizes[0]], [pooled], new OnnxAttribute("axis", 1L));
    }
}
