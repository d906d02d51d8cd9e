namespace CnnGen.Generator.Layers;

/// <summary>The largest value of each window: steps × C → steps' × C.</summary>
internal sealed record MaxPooling1DLayer : MaxPoolingLayer
{
    public override string ClassName => "MaxPooling1D";

    protected override MapAxes Axes => MapAxes.Steps;
}
