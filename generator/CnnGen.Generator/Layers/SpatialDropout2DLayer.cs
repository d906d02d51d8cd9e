namespace CnnGen.Generator.Layers;

/// <summary>Dropout of the channels of maps.</summary>
internal sealed record SpatialDropout2DLayer : SpatialDropoutLayer
{
    public override string ClassName => "SpatialDropout2D";

    protected override MapAxes Axes => MapAxes.Image;
}
