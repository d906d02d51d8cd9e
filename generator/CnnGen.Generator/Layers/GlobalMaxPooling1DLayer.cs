namespace CnnGen.Generator.Layers;

/// <summary>The largest value of each channel: steps × C → C, or 1 × C.</summary>
internal sealed record GlobalMaxPooling1DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalMaxPooling1D";

    protected override MapAxes Axes => MapAxes.Steps;

    protected override string Method => "amax";
}
