namespace CnnGen.Generator.Layers;

/// <summary>Zeros at the ends: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record ZeroPadding3DLayer : ZeroPaddingLayer
{
    public override string ClassName => "ZeroPadding3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
