using System.Linq;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>Zeros at the ends of the axes.</summary>
internal abstract record ZeroPaddingLayer : EdgesLayer
{
    protected override string Argument => "padding";

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, Axes, ClassName, site)
        ? input.WithSpatial(Sides.Zip(input.Spatial, static (side, length) => checked((int)(side.Before + length + side.After))))
        : null;

    public override void Forward(ForwardCode code) => PaddingCode.Pad(code, "padded", Sides);
}
