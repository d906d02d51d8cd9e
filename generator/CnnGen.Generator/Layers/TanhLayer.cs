using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>The hyperbolic tangent.</summary>
internal sealed record TanhLayer : ElementwiseLayer
{
    public override string ClassName => "Tanh";

    public override Activation OutputActivation => Activation.Tanh;
}
