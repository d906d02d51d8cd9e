namespace CnnGen.Generator.Layers;

/// <summary>More pixels: H × W × C → H' × W' × C.</summary>
internal sealed record UpSampling2DLayer : UpSamplingLayer
{
    public override string ClassName => "UpSampling2D";

    protected override MapAxes Axes => MapAxes.Image;
}
