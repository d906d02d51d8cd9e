namespace CnnGen.Generator.Layers;

/// <summary>A convolution of each channel for itself: H × W × C → H' × W' × C · multiplier.</summary>
internal sealed record DepthwiseConv2DLayer : DepthwiseConvolutionLayer
{
    public override string ClassName => "DepthwiseConv2D";

    protected override MapAxes Axes => MapAxes.Image;
}
