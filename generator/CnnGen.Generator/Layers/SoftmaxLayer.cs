using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>Shares that add up to 1 over the last axis.</summary>
internal sealed record SoftmaxLayer : ElementwiseLayer
{
    public override string ClassName => "Softmax";

    public override Activation OutputActivation => Activation.Softmax;
}
