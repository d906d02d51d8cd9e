using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>x·sigmoid(x).</summary>
internal sealed record SiLULayer : ElementwiseLayer
{
    public override string ClassName => "SiLU";

    public override Activation OutputActivation => Activation.SiLU;
}
