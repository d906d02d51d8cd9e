using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>x·Φ(x), exact.</summary>
internal sealed record GELULayer : ElementwiseLayer
{
    public override string ClassName => "GELU";

    public override Activation OutputActivation => Activation.GELU;
}
