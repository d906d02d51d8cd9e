namespace CnnGen.Interop.Onnx;

/// <summary>Values by a power of the mean square over the neighbouring channels.</summary>
internal static class ResponseNormalizations
{
    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["LocalResponseNormalization"] = Normalize,
    };

    // ONNX's operator is for images, and has the odd neighbour of an even size on the other side.
    private static OnnxValue Normalize(OnnxLayer layer)
    {
        var size = (int)layer.Number("size", 5);
        return layer.Input.Rank == 3 && size % 2 == 1
            ? layer.Keep("LRN", layer.Input, new OnnxAttribute("size", (long)size), new OnnxAttribute("alpha", layer.Number("alpha", 1e-4)),
                new OnnxAttribute("beta", layer.Number("beta", 0.75)), new OnnxAttribute("bias", layer.Number("k", 1)))
            : BySteps(layer, size);
    }

    private static OnnxValue BySteps(OnnxLayer layer, int size)
    {
        OnnxValue input = layer.Input;
        int channels = input.Sizes[0];
        int places = input.Sizes.Skip(1).Aggregate(1, static (product, length) => product * length);
        OnnxValue squares = layer.Reshape(layer.Keep("Mul", input, input), [1, channels, places]);
        OnnxValue means = layer.Add("AveragePool", squares.Sizes, [squares], new OnnxAttribute("kernel_shape", [size, 1L]),
            new OnnxAttribute("strides", [1L, 1]), new OnnxAttribute("pads", [size / 2, 0L, (size - 1) / 2, 0]), new OnnxAttribute("count_include_pad", 1L));
        OnnxValue scaled = layer.Keep("Mul", layer.Reshape(means, input.Sizes), layer.Constant("alpha", layer.Number("alpha", 1e-4)));
        OnnxValue shifted = layer.Keep("Add", scaled, layer.Constant("k", layer.Number("k", 1)));
        return layer.Keep("Div", input, layer.Keep("Pow", shifted, layer.Constant("beta", layer.Number("beta", 0.75))));
    }
}
