using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>x where x &gt; 0, else α·(eˣ − 1).</summary>
internal sealed record ELULayer : ElementwiseLayer
{
    public override string ClassName => "ELU";

    private double Alpha { get; init; }

    public override Layer Read(Arguments arguments) => new ELULayer
    {
        Alpha = arguments.Real("Alpha", 1, Range.Finite),
    };

    public override Activation OutputActivation => Activation.ELU;

    public override void Describe(LayerSettings settings, Shape input) => settings.Add("alpha", Alpha);

    public override void Forward(ForwardCode code) => code.Next("activated", ActivationCode.ELU(code.Value, Alpha));
}
