namespace CnnGen.Generator.Layers;

/// <summary>The way back of a convolution: H × W × C → H' × W' × filters.</summary>
internal sealed record Conv2DTransposeLayer : TransposedConvolutionLayer
{
    public override string ClassName => "Conv2DTranspose";

    protected override MapAxes Axes => MapAxes.Image;
}
