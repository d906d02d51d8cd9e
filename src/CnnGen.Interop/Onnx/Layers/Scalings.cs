namespace CnnGen.Interop.Onnx;

/// <summary>Values times a factor, plus a number: given, learned or taken from data, for all or for the places along some axes.</summary>
internal static class Scalings
{
    // Keras's: what does not vary is not divided by nothing.
    private const float SmallestDeviation = 1e-7f;

    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["Rescaling"] = Rescale,
        ["LayerScale"] = Scale,
        ["Normalization"] = Normalize,
    };

    private static OnnxValue Rescale(OnnxLayer layer)
    {
        OnnxValue scaled = layer.Keep("Mul", layer.Input, layer.Constant("scale", layer.Number("scale", 1)));
        double offset = layer.Number("offset", 0);
        return offset == 0 ? scaled : layer.Keep("Add", scaled, layer.Constant("offset", offset));
    }

    private static OnnxValue Scale(OnnxLayer layer) =>
        layer.Keep("Mul", layer.Input, layer.Weight("gamma", [layer.Input.Sizes[0], .. Enumerable.Repeat(1, layer.Input.Rank - 1)]));

    private static OnnxValue Normalize(OnnxLayer layer)
    {
        OnnxTensor means = Numbers(layer, "mean", static value => value);
        OnnxTensor deviations = Numbers(layer, "variance", static value => Math.Max(MathF.Sqrt(value), SmallestDeviation));
        return layer.Number("invert", 0) != 0
            ? layer.Keep("Add", layer.Keep("Mul", layer.Input, deviations), means)
            : layer.Keep("Div", layer.Keep("Sub", layer.Input, means), deviations);
    }

    // Numbers of places are kept in the order of the written shape.
    private static OnnxTensor Numbers(OnnxLayer layer, string name, Func<float, float> of)
    {
        string label = name == "variance" ? "deviation" : name;
        float[] values = layer.Call.Numbers(name) is { } given
            ? [.. given.Select(static number => (float)number)]
            : (float[])layer.Weight(name).Values;
        values = [.. values.Select(of)];
        if (values.Length == 1)
        {
            return layer.Constants(label, [], values);
        }

        IReadOnlyList<int> places = layer.Places("axis", layer.ChannelPlace);
        int[] written = [.. AxisOrder.Written(layer.Input.Sizes, layer.Call.Format).Select((size, place) => places.Contains(place) ? size : 1)];
        return layer.Constants(label, AxisOrder.TensorSizes(written, layer.Call.Format), InTensorOrder(values, written, layer.Call.Format));
    }

    private static float[] InTensorOrder(float[] values, int[] written, DataFormat format)
    {
        if (AxisOrder.IsAsWritten(written.Length, format))
        {
            return values;
        }

        // The channels, which are written last, come first.
        int channels = written[^1];
        int others = values.Length / channels;
        return [.. Enumerable.Range(0, values.Length).Select(i => values[(i % others * channels) + (i / others)])];
    }
}
