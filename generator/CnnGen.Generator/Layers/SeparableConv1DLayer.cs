namespace CnnGen.Generator.Layers;

/// <summary>A depthwise and a pointwise convolution: steps × C → steps' × filters.</summary>
internal sealed record SeparableConv1DLayer : SeparableConvolutionLayer
{
    public override string ClassName => "SeparableConv1D";

    protected override MapAxes Axes => MapAxes.Steps;

    protected override bool HasCausalPadding => true;
}
