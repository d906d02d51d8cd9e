namespace CnnGen.Interop.Onnx;

/// <summary>Several values merged into one. Shapes as they are written are repeated to fit each other from the right, as in Keras.</summary>
internal static class Merges
{
    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["Add"] = static layer => Merge(layer, "Add"),
        ["Subtract"] = static layer => Merge(layer, "Sub"),
        ["Multiply"] = static layer => Merge(layer, "Mul"),
        ["Maximum"] = static layer => Merge(layer, "Max"),
        ["Minimum"] = static layer => Merge(layer, "Min"),
        ["Average"] = static layer => layer.Keep("Div", Merge(layer, "Add"), layer.Constant("count", layer.Inputs.Count)),
        ["Concatenate"] = Concatenate,
    };

    private static OnnxValue Merge(OnnxLayer layer, string @operator)
    {
        int rank = layer.Inputs.Max(static input => input.Rank);
        return layer.Inputs.Select(input => Aligned(layer, input, rank)).Aggregate((left, right) =>
            layer.Add(@operator, [.. left.Sizes.Zip(right.Sizes, static (one, two) => one == 1 ? two : one)], [left, right]));
    }

    // ONNX fills up missing axes in front, but C beside H × W × C is C × 1 × 1 in the tensor.
    private static OnnxValue Aligned(OnnxLayer layer, OnnxValue input, int rank)
    {
        int[] written = [.. Enumerable.Repeat(1, rank - input.Rank), .. AxisOrder.Written(input.Sizes, layer.Call.Format)];
        return layer.Reshape(input, AxisOrder.TensorSizes(written, layer.Call.Format));
    }

    private static OnnxValue Concatenate(OnnxLayer layer)
    {
        int axis = layer.TensorAxis(layer.Places("axis", layer.LastPlace)[0]);
        int size = layer.Inputs.Sum(input => input.Sizes[axis - 1]);
        return layer.Add("Concat", [.. layer.Input.Sizes.Select((old, i) => i == axis - 1 ? size : old)], layer.Inputs, new OnnxAttribute("axis", (long)axis));
    }
}
