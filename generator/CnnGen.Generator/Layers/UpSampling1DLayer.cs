namespace CnnGen.Generator.Layers;

/// <summary>More pixels: steps × C → steps' × C.</summary>
internal sealed record UpSampling1DLayer : UpSamplingLayer
{
    public override string ClassName => "UpSampling1D";

    protected override MapAxes Axes => MapAxes.Steps;
}
