namespace CnnGen.Generator.Layers;

/// <summary>A convolution: steps × C → steps' × filters.</summary>
internal sealed record Conv1DLayer : ConvolutionLayer
{
    public override string ClassName => "Conv1D";

    protected override MapAxes Axes => MapAxes.Steps;

    protected override bool HasCausalPadding => true;
}
