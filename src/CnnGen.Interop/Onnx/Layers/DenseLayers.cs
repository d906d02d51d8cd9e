namespace CnnGen.Interop.Onnx;

/// <summary>Fully connected layers, which work on the last axis as it is written.</summary>
internal static class DenseLayers
{
    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["Dense"] = Dense,
    };

    private static OnnxValue Dense(OnnxLayer layer)
    {
        OnnxTensor kernel = layer.Weight("weight");
        OnnxTensor? bias = layer.WeightOrNone("bias");
        OnnxValue linear = layer.Input.Rank == 1
            ? layer.Add("Gemm", [kernel.Sizes[0]], bias is null ? [layer.Input, kernel] : [layer.Input, kernel, bias], new OnnxAttribute("transB", 1L))
            : OfPlaces(layer, kernel, bias);
        return Activations.After(layer, linear);
    }

    // Gemm takes matrices only.
    private static OnnxValue OfPlaces(OnnxLayer layer, OnnxTensor kernel, OnnxTensor? bias)
    {
        int[] order = AxisOrder.ToWritten(layer.Input.Rank, layer.Call.Format);
        OnnxValue places = layer.Permute(layer.Input, order);
        OnnxValue linear = layer.Add("MatMul", [.. places.Sizes.SkipLast(1), kernel.Sizes[0]], [places, layer.Transposed(kernel)]);
        return layer.PermuteBack(bias is null ? linear : layer.Keep("Add", linear, bias), order);
    }
}
