using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>An activation as a layer of its own: no weights, the same shape.</summary>
internal abstract record ElementwiseLayer : Layer
{
    public override Layer Read(Arguments arguments) => this;

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    public override Layer? WithoutActivation => null;

    public override void Forward(ForwardCode code) => code.Next("activated", ActivationCode.Apply(OutputActivation, code.Value, code.Node.Output));
}
