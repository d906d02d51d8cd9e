namespace CnnGen.Generator.Layers;

/// <summary>A convolution: D × H × W × C → D' × H' × W' × filters.</summary>
internal sealed record Conv3DLayer : ConvolutionLayer
{
    public override string ClassName => "Conv3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
