namespace CnnGen.Generator.Layers;

/// <summary>A convolution of each channel for itself: steps × C → steps' × C · multiplier.</summary>
internal sealed record DepthwiseConv1DLayer : DepthwiseConvolutionLayer
{
    public override string ClassName => "DepthwiseConv1D";

    protected override MapAxes Axes => MapAxes.Steps;
}
