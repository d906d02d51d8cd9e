namespace CnnGen.Interop.Onnx;

/// <summary>The same values in another shape or order. Orders are those of shapes as they are written.</summary>
internal static class Reshapes
{
    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["Flatten"] = Flatten,
        ["Reshape"] = Reshape,
        ["Permute"] = Permute,
        ["RepeatVector"] = Repeat,
    };

    // A dense layer behind it may have learned the order of the tensor; anything else gets the written one.
    private static OnnxValue Flatten(OnnxLayer layer)
    {
        OnnxValue map = layer.Call.Word("order") == "Written" ? layer.Permute(layer.Input, Written(layer)) : layer.Input;
        return layer.Add("Flatten", [Count(layer.Input.Sizes)], [map], new OnnxAttribute("axis", 1L));
    }

    private static OnnxValue Reshape(OnnxLayer layer)
    {
        OnnxValue reshaped = layer.Reshape(layer.Permute(layer.Input, Written(layer)), Target(layer));
        return layer.Permute(reshaped, AxisOrder.ToTensor(reshaped.Rank, layer.Call.Format));
    }

    // One of the dimensions may be what is left over, which differs between the calls of a shared layer.
    private static int[] Target(OnnxLayer layer)
    {
        int[] target = [.. layer.Call.Argument("targetShape")?.Numbers.Select(static size => (int)size) ?? layer.Call.Layer.OutputShape];
        int known = Count(target.Where(static size => size > 0));
        return [.. target.Select(size => size > 0 ? size : Count(layer.Input.Sizes) / known)];
    }

    private static OnnxValue Permute(OnnxLayer layer)
    {
        int rank = layer.Input.Rank;
        long[] dims = layer.Numbers("dims", rank, 1);
        return layer.Permute(layer.Input, [.. AxisOrder.ToTensor(rank, layer.Call.Format).Select(axis => layer.TensorAxis((int)dims[axis - 1] - 1))]);
    }

    // The copies stand along the first axis as it is written.
    private static OnnxValue Repeat(OnnxLayer layer)
    {
        int features = layer.Input.Sizes[0];
        int times = layer.Call.Layer.OutputShape[0];
        OnnxValue one = layer.Reshape(layer.Input, AxisOrder.TensorSizes([1, features], layer.Call.Format));
        int[] sizes = AxisOrder.TensorSizes([times, features], layer.Call.Format);
        return times == 1 ? one : layer.Add("Expand", sizes, [one, layer.Integers("shape", [1, .. sizes.Select(static size => (long)size)])]);
    }

    private static int[] Written(OnnxLayer layer) => AxisOrder.ToWritten(layer.Input.Rank, layer.Call.Format);

    private static int Count(IEnumerable<int> sizes) => sizes.Aggregate(1, static (product, size) => product * size);
}
