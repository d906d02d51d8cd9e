namespace CnnGen.Generator.Layers;

/// <summary>Zeros at the ends: steps × C → steps' × C.</summary>
internal sealed record ZeroPadding1DLayer : ZeroPaddingLayer
{
    public override string ClassName => "ZeroPadding1D";

    protected override MapAxes Axes => MapAxes.Steps;
}
