namespace CnnGen.Generator.Layers;

/// <summary>A convolution: H × W × C → H' × W' × filters.</summary>
internal sealed record Conv2DLayer : ConvolutionLayer
{
    public override string ClassName => "Conv2D";

    protected override MapAxes Axes => MapAxes.Image;
}
