using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>x where x &gt; 0, else slope·x.</summary>
internal sealed record LeakyReLULayer : ElementwiseLayer
{
    public override string ClassName => "LeakyReLU";

    private double NegativeSlope { get; init; }

    public override Layer Read(Arguments arguments) => new LeakyReLULayer
    {
        NegativeSlope = arguments.Real("NegativeSlope", 0.3, Range.AtLeast(0)),
    };

    public override Activation OutputActivation => Activation.LeakyReLU;

    public override void Describe(LayerSettings settings, Shape input) => settings.Add("negativeSlope", NegativeSlope);

    public override void Forward(ForwardCode code) => code.Next("activated", ActivationCode.LeakyReLU(code.Value, NegativeSlope));
}
