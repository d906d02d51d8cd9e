namespace CnnGen.Interop.Onnx;

/// <summary>More or fewer pixels at the ends of the axes.</summary>
internal static class EdgeLayers
{
    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["ZeroPadding1D"] = Pad,
        ["ZeroPadding2D"] = Pad,
        ["ZeroPadding3D"] = Pad,
        ["Cropping1D"] = Crop,
        ["Cropping2D"] = Crop,
        ["Cropping3D"] = Crop,
    };

    /// <summary>A part of a map.</summary>
    /// <param name="layer">The layer that takes it.</param>
    /// <param name="map">The map.</param>
    /// <param name="starts">Where it begins along each axis.</param>
    /// <param name="lengths">How long it is.</param>
    public static OnnxValue Slice(OnnxLayer layer, OnnxValue map, IReadOnlyList<int> starts, IReadOnlyList<int> lengths)
    {
        int[] cut = [.. Enumerable.Range(0, starts.Count).Where(axis => lengths[axis] < map.Sizes[axis + 1])];
        return cut.Length == 0 ? map : layer.Add("Slice", [map.Sizes[0], .. lengths],
        [
            map,
            layer.Integers("starts", [.. cut.Select(axis => (long)starts[axis])]),
            layer.Integers("ends", [.. cut.Select(axis => (long)starts[axis] + lengths[axis])]),
            layer.Integers("axes", [.. cut.Select(static axis => axis + 2L)]),
        ]);
    }

    private static OnnxValue Pad(OnnxLayer layer)
    {
        (int[] before, int[] after) = Edges(layer, "padding");
        if (before.Concat(after).All(static pixels => pixels == 0))
        {
            return layer.Input;
        }

        // All beginnings before all ends, those of the batch and the channels among them.
        long[] pads = [0, 0, .. before, 0, 0, .. after];
        return layer.Add("Pad", [layer.Input.Sizes[0], .. before.Select((pixels, axis) => pixels + layer.Input.Sizes[axis + 1] + after[axis])],
            [layer.Input, layer.Integers("pads", pads)]);
    }

    private static OnnxValue Crop(OnnxLayer layer)
    {
        (int[] before, int[] after) = Edges(layer, "cropping");
        return Slice(layer, layer.Input, before, [.. before.Select((pixels, axis) => layer.Input.Sizes[axis + 1] - pixels - after[axis])]);
    }

    // Top, bottom, left, right.
    private static (int[] Before, int[] After) Edges(OnnxLayer layer, string setting)
    {
        long[] edges = layer.Numbers(setting, 2 * (layer.Input.Rank - 1), 0);
        return ([.. edges.Where(static (_, i) => i % 2 == 0).Select(static pixels => (int)pixels)],
            [.. edges.Where(static (_, i) => i % 2 == 1).Select(static pixels => (int)pixels)]);
    }
}
