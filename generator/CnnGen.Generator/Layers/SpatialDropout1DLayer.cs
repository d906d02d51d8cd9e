namespace CnnGen.Generator.Layers;

/// <summary>Dropout of the channels of sequences.</summary>
internal sealed record SpatialDropout1DLayer : SpatialDropoutLayer
{
    public override string ClassName => "SpatialDropout1D";

    protected override MapAxes Axes => MapAxes.Steps;
}
