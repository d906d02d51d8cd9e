namespace CnnGen.Generator.Layers;

/// <summary>Dropout of the channels of volumes.</summary>
internal sealed record SpatialDropout3DLayer : SpatialDropoutLayer
{
    public override string ClassName => "SpatialDropout3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
