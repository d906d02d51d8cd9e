using CnnGen.Generator.Language;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>x·sigmoid(x).</summary>
internal sealed record SiLULayer : ElementwiseLayer
{
    public override string ClassName => "SiLU";

    public override Activation OutputActivation => Activation.SiLU;
}
