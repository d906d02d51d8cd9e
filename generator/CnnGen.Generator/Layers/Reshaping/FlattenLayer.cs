using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Reshaping;

/// <summary>A map as one vector.</summary>
internal sealed record FlattenLayer : Layer
{
    public override string ClassName => "Flatten";

    public override Layer Read(Arguments arguments) => this;

    public override Shape? Output(Shape input, LayerSite site) => input.Vector(checked((int)input.Count));

    public override bool IsLinear => true;

    // Only another view of the same values.
    public override long ActivationBytes(Shape output) => 0;

    public override void Forward(ForwardCode code) => code.Next("flat", $"{code.Value}.flatten(1)");
}
