namespace CnnGen.Interop.Onnx;

/// <summary>Images, signals and volumes of another size: pixels repeated, interpolated or cut out.</summary>
internal static class ImageSizes
{
    private const int Down = 2;
    private const int Across = 3;

    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["UpSampling1D"] = Enlarge,
        ["UpSampling2D"] = Enlarge,
        ["UpSampling3D"] = Enlarge,
        ["Resizing"] = Resize,
        ["CenterCrop"] = CropCentre,
    };

    private static OnnxValue Enlarge(OnnxLayer layer)
    {
        OnnxValue map = layer.Input;
        long[] factors = layer.Numbers("size", map.Rank - 1, 2);
        int[] sizes = [.. factors.Select((factor, axis) => (int)factor * map.Sizes[axis + 1])];
        if (layer.Call.Word("interpolation") == nameof(Interpolation.Bilinear))
        {
            return Interpolate(layer, map, sizes);
        }

        return layer.Add("Resize", [map.Sizes[0], .. sizes], [map, null, Scales(layer, factors.Select(static factor => (float)factor))],
            new OnnxAttribute("mode", "nearest"), new OnnxAttribute("coordinate_transformation_mode", "asymmetric"), new OnnxAttribute("nearest_mode", "floor"));
    }

    private static OnnxValue Resize(OnnxLayer layer)
    {
        int[] sizes = Sizes(layer);
        OnnxValue part = layer.Number("cropToAspectRatio", 0) != 0 ? Centre(layer, Proportioned(layer.Input, sizes)) : layer.Input;
        return layer.Call.Word("interpolation") == nameof(Interpolation.Nearest) ? Nearest(layer, part, sizes) : Interpolate(layer, part, sizes);
    }

    // An image that is too small is enlarged.
    private static OnnxValue CropCentre(OnnxLayer layer)
    {
        int[] sizes = Sizes(layer);
        return layer.Input.Sizes[1] >= sizes[0] && layer.Input.Sizes[2] >= sizes[1]
            ? Centre(layer, sizes)
            : Interpolate(layer, Centre(layer, Proportioned(layer.Input, sizes)), sizes);
    }

    private static OnnxValue Centre(OnnxLayer layer, int[] sizes) =>
        EdgeLayers.Slice(layer, layer.Input, [.. sizes.Select((size, axis) => (layer.Input.Sizes[axis + 1] - size) / 2)], sizes);

    private static OnnxValue Interpolate(OnnxLayer layer, OnnxValue map, int[] sizes) => sizes.SequenceEqual(map.Sizes.Skip(1))
        ? map
        : layer.Add("Resize", [map.Sizes[0], .. sizes], [map, null, Scales(layer, sizes.Select((size, axis) => Factor(map.Sizes[axis + 1], size)))],
            new OnnxAttribute("mode", "linear"), new OnnxAttribute("coordinate_transformation_mode", "half_pixel"));

    // Keras takes the pixel in the middle of the new one; ONNX's rounding could take the one beside it.
    private static OnnxValue Nearest(OnnxLayer layer, OnnxValue map, int[] sizes) =>
        Pick(layer, Pick(layer, map, Down, sizes[0]), Across, sizes[1]);

    private static OnnxValue Pick(OnnxLayer layer, OnnxValue map, int axis, int size)
    {
        int from = map.Sizes[axis - 1];
        long[] middles = [.. Enumerable.Range(0, size).Select(i => ((2L * i) + 1) * from / (2L * size))];
        return from == size ? map : layer.Add("Gather", [.. map.Sizes.Select((old, i) => i == axis - 1 ? size : old)],
            [map, layer.Integers("pixels", middles)], new OnnxAttribute("axis", (long)axis));
    }

    // The batch has no size that a target could name, so factors must do; times the size they are rounded down.
    private static float Factor(int from, int to)
    {
        float factor = to / (float)from;
        while ((int)(from * factor) < to || Math.Floor(from * (double)factor) < to)
        {
            factor = MathF.BitIncrement(factor);
        }

        return factor;
    }

    private static OnnxTensor Scales(OnnxLayer layer, IEnumerable<float> factors)
    {
        float[] scales = [1, 1, .. factors];
        return layer.Constants("scales", [scales.Length], scales);
    }

    // The largest part that has the proportions of the new size, as Keras rounds.
    private static int[] Proportioned(OnnxValue image, int[] sizes)
    {
        return [Part(image.Sizes[1], image.Sizes[2], sizes[0], sizes[1]), Part(image.Sizes[2], image.Sizes[1], sizes[1], sizes[0])];

        static int Part(int size, int other, int wanted, int wantedOther) =>
            Math.Max(1, (int)Math.Min(size, (double)((long)other * wanted) / wantedOther));
    }

    private static int[] Sizes(OnnxLayer layer) => [.. AxisOrder.TensorSizes(layer.Call.Layer.OutputShape, layer.Call.Format).Skip(1)];
}
