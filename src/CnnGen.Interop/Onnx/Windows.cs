namespace CnnGen.Interop.Onnx;

/// <summary>A window that moves over a map: the formulas are Keras's, as a shared layer is padded by what each of its calls reads.</summary>
/// <param name="Sizes">Its size along each axis.</param>
/// <param name="Strides">How far it moves.</param>
/// <param name="Dilation">How far its pixels are apart.</param>
internal sealed record Windows(long[] Sizes, long[] Strides, long[] Dilation)
{
    /// <summary>The window of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="size">The setting that says its size.</param>
    public static Windows Of(OnnxLayer layer, string size)
    {
        int axes = layer.Input.Rank - 1;
        return new Windows(layer.Numbers(size, axes, 1), layer.Numbers("strides", axes, 1), layer.Numbers("dilation", axes, 1));
    }

    /// <summary>From the first pixel of a window to its last.</summary>
    public long Extent(int axis) => ((Sizes[axis] - 1) * Dilation[axis]) + 1;

    /// <summary>The pixels around the map in ONNX's order, all beginnings before all ends; the odd one of 'same' is at an end.</summary>
    public long[] Pads(OnnxLayer layer)
    {
        var pads = new long[2 * Sizes.Length];
        for (int axis = 0; axis < Sizes.Length; axis++)
        {
            (pads[axis], pads[axis + Sizes.Length]) = Edges(axis, layer.Input.Sizes[axis + 1], layer.Call.Argument("padding")?.Word);
        }

        return pads;
    }

    /// <summary>The sizes of what comes out, without the channels.</summary>
    public IEnumerable<int> Outputs(OnnxLayer layer, long[] pads) => Enumerable.Range(0, Sizes.Length)
        .Select(axis => (int)((layer.Input.Sizes[axis + 1] + pads[axis] + pads[axis + Sizes.Length] - Extent(axis)) / Strides[axis]) + 1);

    /// <summary>The attributes of an operator that moves it.</summary>
    public OnnxAttribute[] Attributes(long[] pads)
    {
        List<OnnxAttribute> attributes = [new("kernel_shape", Sizes), new("strides", Strides), new("pads", pads)];
        if (Dilation.Any(static pixels => pixels != 1))
        {
            attributes.Add(new OnnxAttribute("dilations", Dilation));
        }

        return [.. attributes];
    }

    private (long Before, long After) Edges(int axis, int length, string? pad)
    {
        switch (pad)
        {
            case nameof(Pad.Causal):
                return (Extent(axis) - 1, 0);
            case nameof(Pad.Same):
                long outputs = (length + Strides[axis] - 1) / Strides[axis];
                long total = Math.Max(((outputs - 1) * Strides[axis]) + Extent(axis) - length, 0);
                return (total / 2, total - (total / 2));
            default:
                return (0, 0);
        }
    }
}
