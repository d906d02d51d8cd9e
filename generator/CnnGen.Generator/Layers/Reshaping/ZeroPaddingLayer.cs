using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Reshaping;

/// <summary>Zeros at the ends of the axes.</summary>
internal abstract record ZeroPaddingLayer : EdgesLayer
{
    protected override string Argument => "padding";

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, Axes, ClassName, site)
        ? input.WithSpatial(Sides.Zip(input.Spatial, static (side, length) => checked((int)(side.Before + length + side.After))))
        : null;

    public override void Forward(ForwardCode code) => PaddingCode.Pad(code, "padded", Sides);
}

/// <summary>Zeros at the ends: steps × C → steps' × C.</summary>
internal sealed record ZeroPadding1DLayer : ZeroPaddingLayer
{
    public override string ClassName => "ZeroPadding1D";

    protected override MapAxes Axes => MapAxes.Steps;
}

/// <summary>Zeros at the ends: H × W × C → H' × W' × C.</summary>
internal sealed record ZeroPadding2DLayer : ZeroPaddingLayer
{
    public override string ClassName => "ZeroPadding2D";

    protected override MapAxes Axes => MapAxes.Image;
}

/// <summary>Zeros at the ends: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record ZeroPadding3DLayer : ZeroPaddingLayer
{
    public override string ClassName => "ZeroPadding3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
