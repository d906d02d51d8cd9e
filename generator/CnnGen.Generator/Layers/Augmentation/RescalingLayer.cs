using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>x·scale + offset.</summary>
internal sealed record RescalingLayer : Layer
{
    public override string ClassName => "Rescaling";

    private double Scale { get; init; }

    private double Offset { get; init; }

    public override Layer Read(Arguments arguments) => this with
    {
        Scale = arguments.Real("scale", 1, Range.Finite),
        Offset = arguments.Real("Offset", 0, Range.Finite),
    };

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.Add("scale", Scale);
        settings.AddUnless(0, "offset", Offset);
    }

    public override void Forward(ForwardCode code)
    {
        code.Next("scaled", $"{code.Value} * {Literals.Double(Scale)}");
        if (Offset != 0)
        {
            code.Next("", $"{code.Value} + {Literals.Double(Offset)}");
        }
    }
}
