namespace CnnGen.Generator.Layers;

/// <summary>More pixels: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record UpSampling3DLayer : UpSamplingLayer
{
    public override string ClassName => "UpSampling3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
