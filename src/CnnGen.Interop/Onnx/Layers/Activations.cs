namespace CnnGen.Interop.Onnx;

/// <summary>Activation functions by their names.</summary>
internal static class Activations
{
    private const double LeakyReLUSlope = 0.2;

    /// <summary>What a layer with an argument for an activation does with what it computed.</summary>
    public static OnnxValue After(OnnxLayer layer, OnnxValue value) => Apply(layer, value, layer.Call.Word("activation") ?? nameof(Activation.Linear));

    /// <summary>A function of a value.</summary>
    /// <exception cref="CnnGenException">It has no form in ONNX.</exception>
    public static OnnxValue Apply(OnnxLayer layer, OnnxValue x, string activation) => activation switch
    {
        nameof(Activation.Linear) => x,
        nameof(Activation.ReLU) => layer.Keep("Relu", x),
        nameof(Activation.LeakyReLU) => LeakyReLU(layer, x, LeakyReLUSlope),
        nameof(Activation.ELU) or nameof(Activation.CELU) => ELU(layer, x, 1),
        nameof(Activation.GELU) => GELU(layer, x),
        nameof(Activation.SiLU) => layer.Keep("Mul", x, layer.Keep("Sigmoid", x)),
        nameof(Activation.Sigmoid) => layer.Keep("Sigmoid", x),
        nameof(Activation.Tanh) => layer.Keep("Tanh", x),
        nameof(Activation.Softmax) => layer.Keep("Softmax", x, LastAxis(layer, x)),
        nameof(Activation.LogSoftmax) => layer.Keep("LogSoftmax", x, LastAxis(layer, x)),
        nameof(Activation.ReLU6) => Clip(layer, x, 0, 6),
        nameof(Activation.SELU) => layer.Keep("Selu", x),
        nameof(Activation.Softplus) => layer.Keep("Softplus", x),
        nameof(Activation.Softsign) => layer.Keep("Softsign", x),
        nameof(Activation.Exponential) => layer.Keep("Exp", x),
        _ => Rare(layer, x, activation),
    };

    public static OnnxValue LeakyReLU(OnnxLayer layer, OnnxValue x, double slope) => layer.Keep("LeakyRelu", x, new OnnxAttribute("alpha", slope));

    public static OnnxValue ELU(OnnxLayer layer, OnnxValue x, double alpha) => layer.Keep("Elu", x, new OnnxAttribute("alpha", alpha));

    /// <summary>Values held between bounds, one of which may be missing.</summary>
    public static OnnxValue Clip(OnnxLayer layer, OnnxValue x, double? least, double largest) =>
        layer.Add("Clip", x.Sizes, [x, least is { } number ? layer.Constant("min", number) : null, layer.Constant("max", largest)]);

    private static OnnxValue Rare(OnnxLayer layer, OnnxValue x, string activation) => activation switch
    {
        nameof(Activation.HardSigmoid) => layer.Keep("HardSigmoid", x, new OnnxAttribute("alpha", 1 / 6.0), new OnnxAttribute("beta", 0.5)),
        nameof(Activation.HardSiLU) => layer.Keep("HardSwish", x),
        nameof(Activation.HardTanh) => Clip(layer, x, -1, 1),
        nameof(Activation.LogSigmoid) => layer.Keep("Neg", layer.Keep("Softplus", layer.Keep("Neg", x))),
        nameof(Activation.Mish) => layer.Keep("Mul", x, layer.Keep("Tanh", layer.Keep("Softplus", x))),
        nameof(Activation.TanhShrink) => layer.Keep("Sub", x, layer.Keep("Tanh", x)),
        nameof(Activation.SoftShrink) => layer.Keep("Shrink", x, new OnnxAttribute("lambd", 0.5), new OnnxAttribute("bias", 0.5)),
        nameof(Activation.HardShrink) => layer.Keep("Shrink", x, new OnnxAttribute("lambd", 0.5)),
        nameof(Activation.Squareplus) => Squareplus(layer, x),
        nameof(Activation.SparsePlus) => SparsePlus(layer, x),
        nameof(Activation.SparseSigmoid) => Clip(layer, layer.Keep("Mul", Plus(layer, x, 1), layer.Constant("half", 0.5)), 0, 1),
        _ => throw new CnnGenException($"{layer.Call.Path} cannot be written as ONNX: the activation {activation} has no form there."),
    };

    // x · (1 + erf(x / √2)) / 2: opset 17 has no operator of its own for it.
    private static OnnxValue GELU(OnnxLayer layer, OnnxValue x)
    {
        OnnxValue normal = layer.Keep("Erf", layer.Keep("Div", x, layer.Constant("root", Math.Sqrt(2))));
        return layer.Keep("Mul", layer.Keep("Mul", x, Plus(layer, normal, 1)), layer.Constant("half", 0.5));
    }

    private static OnnxValue Squareplus(OnnxLayer layer, OnnxValue x)
    {
        OnnxValue root = layer.Keep("Sqrt", Plus(layer, layer.Keep("Mul", x, x), 4));
        return layer.Keep("Mul", layer.Keep("Add", root, x), layer.Constant("half", 0.5));
    }

    // (x + 1)² / 4 between -1 and 1; beyond that the square stays as it is and a ReLU goes on.
    private static OnnxValue SparsePlus(OnnxLayer layer, OnnxValue x)
    {
        OnnxValue held = Clip(layer, Plus(layer, x, 1), 0, 2);
        OnnxValue quarter = layer.Keep("Mul", layer.Keep("Mul", held, held), layer.Constant("quarter", 0.25));
        return layer.Keep("Add", quarter, layer.Keep("Relu", Plus(layer, x, -1)));
    }

    private static OnnxValue Plus(OnnxLayer layer, OnnxValue x, double number) => layer.Keep("Add", x, layer.Constant("number", number));

    // The last axis as it is written.
    private static OnnxAttribute LastAxis(OnnxLayer layer, OnnxValue x) => new("axis", (long)AxisOrder.TensorAxis(x.Rank - 1, x.Rank, layer.Call.Format));
}
