namespace CnnGen.Interop.Onnx;

/// <summary>Sums of products along one axis of two values; the first one's other axes stand before the second one's.</summary>
internal static class Dots
{
    // Keras's: the square of a length is at least this.
    private const double SmallestSquare = 1e-12;

    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["Dot"] = Dot,
    };

    private static OnnxValue Dot(OnnxLayer layer)
    {
        long[] axes = layer.Numbers("axis", 2, 1);
        (OnnxValue rows, int[] left) = Matrix(layer, layer.Inputs[0], axes[0], isLast: true);
        (OnnxValue columns, int[] right) = Matrix(layer, layer.Inputs[1], axes[1], isLast: false);
        OnnxValue products = layer.Add("MatMul", [rows.Sizes[0], columns.Sizes[1]], [rows, columns]);
        int[] written = [.. left, .. right];
        OnnxValue dots = layer.Reshape(products, written.Length == 0 ? [1] : written);
        return layer.Permute(dots, AxisOrder.ToTensor(dots.Rank, layer.Call.Format));
    }

    // The value as rows × sum, or sum × columns, and its other axes as they are written.
    private static (OnnxValue Matrix, int[] Others) Matrix(OnnxLayer layer, OnnxValue value, long axis, bool isLast)
    {
        int rank = value.Rank;
        int place = (int)(axis > 0 ? axis - 1 : rank + axis);
        int[] others = [.. Enumerable.Range(0, rank).Where(other => other != place)];
        int[] places = isLast ? [.. others, place] : [place, .. others];
        OnnxValue moved = layer.Permute(value, [.. places.Select(other => AxisOrder.TensorAxis(other, rank, layer.Call.Format))]);
        int[] written = AxisOrder.Written(value.Sizes, layer.Call.Format);
        int rest = others.Aggregate(1, (product, other) => product * written[other]);
        OnnxValue matrix = layer.Reshape(moved, isLast ? [rest, written[place]] : [written[place], rest]);
        return (layer.Number("normalize", 0) != 0 ? Normalized(layer, matrix, isLast ? 2 : 1) : matrix, [.. others.Select(other => written[other])]);
    }

    private static OnnxValue Normalized(OnnxLayer layer, OnnxValue matrix, int axis)
    {
        int[] sizes = [.. matrix.Sizes.Select((size, i) => i + 1 == axis ? 1 : size)];
        OnnxValue squares = layer.Add("ReduceSumSquare", sizes, [matrix], new OnnxAttribute("axes", [(long)axis]), new OnnxAttribute("keepdims", 1L));
        OnnxValue length = layer.Keep("Sqrt", layer.Keep("Max", squares, layer.Constant("smallest", SmallestSquare)));
        return layer.Keep("Div", matrix, length);
    }
}
