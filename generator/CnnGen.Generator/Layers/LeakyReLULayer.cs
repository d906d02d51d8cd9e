using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>x where x &gt; 0, else slope·x.</summary>
internal sealed record LeakyReLULayer : ElementwiseLayer
{
    public override string ClassName => "LeakyReLU";

    private double NegativeSlope { get; init; }

    public override Layer Read(Arguments arguments) => new LeakyReLULayer
    {
        NegativeSlope = arguments.Real("NegativeSlope", 0.3, static value => value >= 0, "a number of at least 0"),
    };

    public override Activation OutputActivation => Activation.LeakyReLU;

    public override void Forward(ForwardCode code) => code.Next("activated", ActivationCode.LeakyReLU(code.Value, NegativeSlope));
}
