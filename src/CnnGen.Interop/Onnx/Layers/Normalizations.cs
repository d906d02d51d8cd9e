namespace CnnGen.Interop.Onnx;

/// <summary>Values brought to mean 0 and variance 1, or to length 1.</summary>
internal static class Normalizations
{
    // Keras's: what has no length stays as it is.
    private const double SmallestSquare = 1e-24;

    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["BatchNormalization"] = Batch,
        ["LayerNormalization"] = Layer,
        ["GroupNormalization"] = Group,
        ["UnitNormalization"] = Unit,
    };

    // ONNX's works on the axis behind the batch.
    private static OnnxValue Batch(OnnxLayer layer)
    {
        int axis = layer.TensorAxis(layer.Places("axis", layer.ChannelPlace)[0]);
        int[] order = [.. Enumerable.Range(1, layer.Input.Rank).OrderBy(other => other != axis)];
        OnnxValue moved = layer.Permute(layer.Input, order);
        OnnxTensor mean = layer.Weight("running_mean");
        OnnxTensor scale = layer.WeightOrNone("weight") ?? Filled(layer, "scale", mean.Sizes, 1);
        OnnxTensor shift = layer.WeightOrNone("bias") ?? Filled(layer, "shift", mean.Sizes, 0);
        OnnxValue normalized = layer.Add("BatchNormalization", moved.Sizes, [moved, scale, shift, mean, layer.Weight("running_var")], Epsilon(layer));
        return layer.PermuteBack(normalized, order);
    }

    // ONNX's works on the last axes.
    private static OnnxValue Layer(OnnxLayer layer)
    {
        int[] axes = TensorAxes(layer);
        int[] order = [.. Enumerable.Range(1, layer.Input.Rank).Except(axes), .. axes];
        OnnxValue moved = layer.Permute(layer.Input, order);
        int[] sizes = [.. axes.Select(axis => layer.Input.Sizes[axis - 1])];
        OnnxTensor scale = layer.WeightOrNone("weight") ?? Filled(layer, "scale", sizes, 1);
        OnnxTensor? shift = layer.WeightOrNone("bias");
        OnnxValue normalized = layer.Add("LayerNormalization", moved.Sizes, shift is null ? [moved, scale] : [moved, scale, shift],
            new OnnxAttribute("axis", (long)(order.Length + 1 - axes.Length)), Epsilon(layer));
        return layer.PermuteBack(normalized, order);
    }

    // Opset 17 has no such operator: each group is a channel of an instance normalization.
    private static OnnxValue Group(OnnxLayer layer)
    {
        int axis = layer.TensorAxis(layer.Places("axis", layer.ChannelPlace)[0]);
        int[] order = [.. Enumerable.Range(1, layer.Input.Rank).OrderBy(other => other != axis)];
        OnnxValue moved = layer.Permute(layer.Input, order);
        int channels = moved.Sizes[0];
        var groups = (int)layer.Number("groups", 1);
        int values = moved.Sizes.Aggregate(1, static (product, size) => product * size) / groups;
        OnnxValue grouped = layer.Reshape(moved, [groups, values]);
        OnnxValue normalized = layer.Add("InstanceNormalization", grouped.Sizes,
            [grouped, Filled(layer, "scale", [groups], 1), Filled(layer, "shift", [groups], 0)], Epsilon(layer));
        OnnxValue result = layer.Reshape(normalized, moved.Sizes);
        if (layer.WeightOrNone("weight") is not null)
        {
            int[] sizes = [channels, .. Enumerable.Repeat(1, order.Length - 1)];
            result = layer.Keep("Add", layer.Keep("Mul", result, layer.Weight("weight", sizes)), layer.Weight("bias", sizes));
        }

        return layer.PermuteBack(result, order);
    }

    private static OnnxValue Unit(OnnxLayer layer)
    {
        int[] axes = TensorAxes(layer);
        int[] sizes = [.. layer.Input.Sizes.Select((size, i) => axes.Contains(i + 1) ? 1 : size)];
        OnnxValue squares = layer.Add("ReduceSumSquare", sizes, [layer.Input],
            new OnnxAttribute("axes", axes.Select(static axis => (long)axis)), new OnnxAttribute("keepdims", 1L));
        OnnxValue length = layer.Keep("Sqrt", layer.Keep("Max", squares, layer.Constant("smallest", SmallestSquare)));
        return layer.Keep("Div", layer.Input, length);
    }

    private static int[] TensorAxes(OnnxLayer layer) =>
        [.. layer.Places("axis", layer.LastPlace).Select(layer.TensorAxis).Order()];

    private static OnnxAttribute Epsilon(OnnxLayer layer) => new("epsilon", layer.Number("epsilon", 1e-3));

    private static OnnxTensor Filled(OnnxLayer layer, string name, IReadOnlyList<int> sizes, float value) =>
        layer.Constants(name, sizes, [.. Enumerable.Repeat(value, sizes.Aggregate(1, static (product, size) => product * size))]);
}
