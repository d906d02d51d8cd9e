using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>In training, sets whole channels to zero and scales up the others.</summary>
internal abstract record SpatialDropoutLayer : NoiseLayer
{
    protected abstract MapAxes Axes { get; }

    public override Layer Read(Arguments arguments) => ReadShare(arguments, "rate");

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, Axes, ClassName, site) ? input : null;

    public override void Forward(ForwardCode code) => code.Next(
        "dropped", $"{Torch.Functional}.dropout{Words.Text(Axes.Count)}d({code.Value}, {Literals.Double(Amount)}, training)");
}
