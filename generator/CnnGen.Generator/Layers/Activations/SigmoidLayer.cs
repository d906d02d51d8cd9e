using CnnGen.Generator.Language;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal sealed record SigmoidLayer : ElementwiseLayer
{
    public override string ClassName => "Sigmoid";

    public override Activation OutputActivation => Activation.Sigmoid;
}
