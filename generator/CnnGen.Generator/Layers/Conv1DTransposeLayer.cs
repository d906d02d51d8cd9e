namespace CnnGen.Generator.Layers;

/// <summary>The way back of a convolution: steps × C → steps' × filters.</summary>
internal sealed record Conv1DTransposeLayer : TransposedConvolutionLayer
{
    public override string ClassName => "Conv1DTranspose";

    protected override MapAxes Axes => MapAxes.Steps;
}
