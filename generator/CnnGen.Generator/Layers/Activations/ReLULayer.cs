using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>max(x, 0); or a largest value, a slope below a threshold, and x between.</summary>
internal sealed record ReLULayer : ElementwiseLayer
{
    public override string ClassName => "ReLU";

    private double? MaxValue { get; init; }

    private double NegativeSlope { get; init; }

    private double Threshold { get; init; }

    public override Layer Read(Arguments arguments) => this with
    {
        MaxValue = arguments.Has("MaxValue") ? NotNegative(arguments, "MaxValue") : null,
        NegativeSlope = NotNegative(arguments, "NegativeSlope"),
        Threshold = NotNegative(arguments, "Threshold"),
    };

    public override Activation OutputActivation => Activation.ReLU;

    public override void Describe(LayerSettings settings, Shape input)
    {
        if (MaxValue is { } largest)
        {
            settings.Add("maxValue", largest);
        }

        settings.AddUnless(0, "negativeSlope", NegativeSlope);
        settings.AddUnless(0, "threshold", Threshold);
    }

    public override void Forward(ForwardCode code)
    {
        if (Threshold == 0 && NegativeSlope == 0 && MaxValue is { } limit)
        {
            code.Next("", limit == 6 ? $"{Torch.Functional}.relu6({code.Value})" : $"{code.Value}.clamp(0.0, {Literals.Double(limit)})");
            return;
        }

        AboveThreshold(code);
        if (MaxValue is { } largest)
        {
            code.Next("", $"{code.Value}.clamp_max({Literals.Double(largest)})");
        }
    }

    private void AboveThreshold(ForwardCode code)
    {
        string input = code.Value;
        if (Threshold == 0)
        {
            code.Next("activated", NegativeSlope == 0
                ? ActivationCode.Apply(Activation.ReLU, input, code.Node.Output)
                : ActivationCode.LeakyReLU(input, NegativeSlope));
            return;
        }

        string threshold = Literals.Double(Threshold);
        code.Next("above", $"{Torch.Functional}.threshold({input}, {threshold}, 0.0)");
        if (NegativeSlope != 0)
        {
            string above = code.Value;
            code.Next("below", $"{Torch.Functional}.relu({threshold} - {input})");
            code.Next("activated", $"{above} - {code.Value} * {Literals.Double(NegativeSlope)}");
        }
    }

    private static double NotNegative(Arguments arguments, string name) =>
        arguments.Real(name, 0, Range.AtLeast(0));
}
