using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal sealed record SigmoidLayer : ElementwiseLayer
{
    public override string ClassName => "Sigmoid";

    public override Activation OutputActivation => Activation.Sigmoid;
}
