using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>max(x, 0).</summary>
internal sealed record ReLULayer : ElementwiseLayer
{
    public override string ClassName => "ReLU";

    public override Activation OutputActivation => Activation.ReLU;
}
