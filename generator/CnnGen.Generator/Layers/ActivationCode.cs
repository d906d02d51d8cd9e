using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

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
        Activation.Softmax => $"{Torch.Functional}.softmax({value}, {Literals.Long(shape.TensorAxis(shape.Rank - 1))})",
        _ => $"{value}.alias()",
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
}
