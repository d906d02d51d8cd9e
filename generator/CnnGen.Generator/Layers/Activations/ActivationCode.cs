using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>Activations in TorchSharp.</summary>
internal static class ActivationCode
{
    private const double LeakyReLUSlope = 0.2;
    private const double ELUAlpha = 1;

    /// <param name="activation">The function.</param>
    /// <param name="value">What it is applied to.</param>
    /// <param name="shape">The shape of one example: softmax works on its last axis.</param>
    public static string Apply(Activation activation, string value, Shape shape) => activation switch
    {
        Activation.ReLU => $"{Torch.Functional}.relu({value})",
        Activation.LeakyReLU => LeakyReLU(value, LeakyReLUSlope),
        Activation.ELU => ELU(value, ELUAlpha),
        Activation.GELU => $"{Torch.Functional}.gelu({value})",
        Activation.SiLU => $"{Torch.Functional}.silu({value})",
        Activation.Sigmoid => $"{Torch.Root}.sigmoid({value})",
        Activation.Tanh => $"{Torch.Root}.tanh({value})",
        Activation.Softmax => $"{Torch.Functional}.softmax({value}, {LastAxis(shape)})",
        Activation.LogSoftmax => $"{Torch.Functional}.log_softmax({value}, {LastAxis(shape)})",
        Activation.Linear => $"{value}.alias()",
        _ => Rare(activation, value),
    };

    public static string LeakyReLU(string value, double slope) =>
        $"{Torch.Functional}.leaky_relu({value}, {Literals.Double(slope)})";

    public static string ELU(string value, double alpha) => $"{Torch.Functional}.elu({value}, {Literals.Double(alpha)})";

    /// <summary>The activation of a layer with weights, whose own output nobody else reads: ReLU can overwrite it.</summary>
    public static void After(ForwardCode code, Activation activation)
    {
        if (activation == Activation.ReLU)
        {
            code.Next("", $"{Torch.Functional}.relu({code.Value}, true)");
        }
        else
        {
            Separate(code, activation);
        }
    }

    /// <summary>The activation of a layer whose own output may be a view of something else.</summary>
    public static void Separate(ForwardCode code, Activation activation)
    {
        if (activation != Activation.Linear)
        {
            code.Next("", Apply(activation, code.Value, code.Node.Output));
        }
    }

    private static string LastAxis(Shape shape) => Literals.Long(shape.TensorAxis(shape.Rank - 1));

    private static string Rare(Activation activation, string value) => activation switch
    {
        Activation.ReLU6 => $"{Torch.Functional}.relu6({value})",
        Activation.SELU => $"{Torch.Functional}.selu({value})",
        Activation.CELU => $"{Torch.Functional}.celu({value}, 1.0)",
        Activation.Softplus => $"{Torch.Functional}.softplus({value})",
        Activation.Softsign => $"{Torch.Functional}.softsign({value})",
        Activation.Exponential => $"{value}.exp()",
        Activation.HardSigmoid => $"{Torch.Functional}.hardsigmoid({value})",
        Activation.HardSiLU => $"{Torch.Functional}.hardswish({value})",
        // hardtanh of TorchSharp 0.107 gives back what it was given.
        Activation.HardTanh => $"{value}.clamp(-1.0, 1.0)",
        Activation.LogSigmoid => $"{Torch.Functional}.logsigmoid({value})",
        Activation.Mish => $"{Torch.Functional}.mish({value})",
        Activation.TanhShrink => $"{Torch.Functional}.tanhshrink({value})",
        Activation.SoftShrink => $"{Torch.Functional}.softshrink({value})",
        Activation.HardShrink => $"{Torch.Functional}.hardshrink({value})",
        Activation.Squareplus => $"{value}.square().add(4.0).sqrt().add({value}).mul(0.5)",
        Activation.SparsePlus => $"{value}.add(1.0).clamp(0.0, 2.0).square().mul(0.25).add({Torch.Functional}.relu({value} - 1.0))",
        _ => $"{value}.add(1.0).mul(0.5).clamp(0.0, 1.0)",
    };
}
