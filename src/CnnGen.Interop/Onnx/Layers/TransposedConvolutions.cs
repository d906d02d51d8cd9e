namespace CnnGen.Interop.Onnx;

/// <summary>The way back of convolutions. What comes out is what the windows cover, less what 'same' cuts off, and what lies beyond.</summary>
internal static class TransposedConvolutions
{
    private static readonly string[] s_axes = ["Depth", "Height", "Width"];

    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["Conv1DTranspose"] = Transpose,
        ["Conv2DTranspose"] = Transpose,
        ["Conv3DTranspose"] = Transpose,
    };

    private static OnnxValue Transpose(OnnxLayer layer)
    {
        Windows windows = Windows.Of(layer, "kernelSize");
        int axes = windows.Sizes.Length;
        long[] cut = Cut(layer, axes);
        long[] beyond = [.. Enumerable.Range(0, axes).Select(axis => Beyond(layer, windows, axis, axes))];
        OnnxTensor kernel = layer.Weight("weight");
        int[] sizes = [.. Enumerable.Range(0, axes).Select(axis => (int)(((layer.Input.Sizes[axis + 1] - 1) * windows.Strides[axis])
            + windows.Extent(axis) - cut[axis] - cut[axis + axes] + beyond[axis]))];
        List<OnnxAttribute> attributes = [.. windows.Attributes(cut)];
        if (beyond.Any(static pixels => pixels != 0))
        {
            attributes.Add(new OnnxAttribute("output_padding", beyond));
        }

        OnnxValue linear = layer.Add("ConvTranspose", [kernel.Sizes[1], .. sizes],
            layer.WeightOrNone("bias") is { } bias ? [layer.Input, kernel, bias] : [layer.Input, kernel], [.. attributes]);
        return Activations.After(layer, linear);
    }

    // Top, bottom, left, right; and in ONNX all beginnings before all ends.
    private static long[] Cut(OnnxLayer layer, int axes)
    {
        long[] edges = layer.Numbers("cut", 2 * axes, 0);
        return [.. edges.Where(static (_, i) => i % 2 == 0), .. edges.Where(static (_, i) => i % 2 == 1)];
    }

    // Pixels at the end that no window reaches.
    private static long Beyond(OnnxLayer layer, Windows windows, int axis, int axes)
    {
        long missing = OutputPadding(layer, axis, axes) is { } padding
            ? padding - (layer.Call.Argument("padding")?.Word == nameof(Pad.Same) ? 2 * (windows.Extent(axis) / 2) : 0)
            : windows.Strides[axis] - windows.Extent(axis);
        return Math.Max(missing, 0);
    }

    // The first axis has the name without an axis, which stands for those that have none of their own.
    private static long? OutputPadding(OnnxLayer layer, int axis, int axes)
    {
        LayerSetting? own = axis == 0 ? null : layer.Call.Argument("outputPadding" + s_axes[axis + s_axes.Length - axes]);
        return (own ?? layer.Call.Argument("outputPadding"))?.Numbers is [var number, ..] ? (long)number : null;
    }
}
