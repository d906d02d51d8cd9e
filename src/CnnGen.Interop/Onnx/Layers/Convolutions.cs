namespace CnnGen.Interop.Onnx;

/// <summary>Convolutions of signals, images and volumes. Their kernels are ONNX's as they are: filters × channels × height × width.</summary>
internal static class Convolutions
{
    public static IReadOnlyDictionary<string, Func<OnnxLayer, OnnxValue>> All { get; } = new Dictionary<string, Func<OnnxLayer, OnnxValue>>
    {
        ["Conv1D"] = Grouped,
        ["Conv2D"] = Grouped,
        ["Conv3D"] = Grouped,
        ["DepthwiseConv1D"] = Depthwise,
        ["DepthwiseConv2D"] = Depthwise,
        ["SeparableConv1D"] = Separable,
        ["SeparableConv2D"] = Separable,
    };

    private static OnnxValue Grouped(OnnxLayer layer) =>
        Activations.After(layer, Convolve(layer, layer.Call.Module, (long)layer.Number("groups", 1)));

    private static OnnxValue Depthwise(OnnxLayer layer) => Activations.After(layer, Convolve(layer, layer.Call.Module, layer.Input.Sizes[0]));

    private static OnnxValue Separable(OnnxLayer layer)
    {
        OnnxValue depthwise = Convolve(layer, layer.Call.ModuleOf("depthwise"), layer.Input.Sizes[0]);
        string pointwise = layer.Call.ModuleOf("pointwise");
        OnnxTensor kernel = layer.WeightOf(pointwise, "weight");
        OnnxValue linear = layer.Add("Conv", [kernel.Sizes[0], .. depthwise.Sizes.Skip(1)], Read(layer, depthwise, pointwise, kernel),
            new OnnxAttribute("kernel_shape", kernel.Sizes.Skip(2).Select(static size => (long)size)));
        return Activations.After(layer, linear);
    }

    private static OnnxValue Convolve(OnnxLayer layer, string module, long groups)
    {
        Windows windows = Windows.Of(layer, "kernelSize");
        long[] pads = windows.Pads(layer);
        OnnxTensor kernel = layer.WeightOf(module, "weight");
        List<OnnxAttribute> attributes = [.. windows.Attributes(pads)];
        if (groups != 1)
        {
            attributes.Add(new OnnxAttribute("group", groups));
        }

        return layer.Add("Conv", [kernel.Sizes[0], .. windows.Outputs(layer, pads)], Read(layer, layer.Input, module, kernel), [.. attributes]);
    }

    private static OnnxValue?[] Read(OnnxLayer layer, OnnxValue value, string module, OnnxTensor kernel) =>
        layer.WeightOrNone(module, "bias") is { } bias ? [value, kernel, bias] : [value, kernel];
}
