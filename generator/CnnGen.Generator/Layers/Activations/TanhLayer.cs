using CnnGen.Generator.Language;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>The hyperbolic tangent.</summary>
internal sealed record TanhLayer : ElementwiseLayer
{
    public override string ClassName => "Tanh";

    public override Activation OutputActivation => Activation.Tanh;
}
