using CnnGen.Generator.Language;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>x·Φ(x), exact.</summary>
internal sealed record GELULayer : ElementwiseLayer
{
    public override string ClassName => "GELU";

    public override Activation OutputActivation => Activation.GELU;
}
