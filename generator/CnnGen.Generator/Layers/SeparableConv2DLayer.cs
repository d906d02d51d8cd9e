namespace CnnGen.Generator.Layers;

/// <summary>A depthwise and a pointwise convolution: H × W × C → H' × W' × filters.</summary>
internal sealed record SeparableConv2DLayer : SeparableConvolutionLayer
{
    public override string ClassName => "SeparableConv2D";

    protected override MapAxes Axes => MapAxes.Image;
}
