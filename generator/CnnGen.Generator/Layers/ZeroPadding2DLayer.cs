namespace CnnGen.Generator.Layers;

/// <summary>Zeros at the ends: H × W × C → H' × W' × C.</summary>
internal sealed record ZeroPadding2DLayer : ZeroPaddingLayer
{
    public override string ClassName => "ZeroPadding2D";

    protected override MapAxes Axes => MapAxes.Image;
}
