namespace CnnGen.Generator.Layers;

/// <summary>The mean of each window; padding is not counted: steps × C → steps' × C.</summary>
internal sealed record AveragePooling1DLayer : AveragePoolingLayer
{
    public override string ClassName => "AveragePooling1D";

    protected override MapAxes Axes => MapAxes.Steps;
}
