namespace CnnGen.Generator.Layers;

/// <summary>The way back of a convolution: D × H × W × C → D' × H' × W' × filters.</summary>
internal sealed record Conv3DTransposeLayer : TransposedConvolutionLayer
{
    public override string ClassName => "Conv3DTranspose";

    protected override MapAxes Axes => MapAxes.Volume;
}
