namespace CnnGen.Generator.Layers;

/// <summary>The mean of each channel: steps × C → C, or 1 × C.</summary>
internal sealed record GlobalAveragePooling1DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalAveragePooling1D";

    protected override MapAxes Axes => MapAxes.Steps;

    protected override string Method => "mean";
}
