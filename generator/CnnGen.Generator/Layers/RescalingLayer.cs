using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>x·scale + offset.</summary>
internal sealed record RescalingLayer : Layer
{
    public override string ClassName => "Rescaling";

    private double Scale { get; init; }

    private double Offset { get; init; }

    public override Layer Read(Arguments arguments) => this with
    {
        Scale = arguments.Real("scale", 1, static value => !double.IsNaN(value), "a finite number"),
        Offset = arguments.Real("Offset", 0, static value => !double.IsNaN(value), "a finite number"),
    };

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    public override void Forward(ForwardCode code)
    {
        code.Next("scaled", $"{code.Value} * {Literals.Double(Scale)}");
        if (Offset != 0)
        {
            code.Next("", $"{code.Value} + {Literals.Double(Offset)}");
        }
    }
}
