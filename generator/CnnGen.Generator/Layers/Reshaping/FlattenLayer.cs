using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Reshaping;

/// <summary>A map as one vector.</summary>
internal sealed record FlattenLayer : Layer
{
    public override string ClassName => "Flatten";

    /// <summary>Whether the values come as they are written, channels last, and not as they lie in the tensor.</summary>
    public bool IsWritten { get; init; }

    public override Layer Read(Arguments arguments) => this;

    public override Shape? Output(Shape input, LayerSite site) => input.Vector(checked((int)input.Count));

    public override bool IsLinear => true;

    // Only another view of the same values.
    public override long ActivationBytes(Shape output) => 0;

    public override void Describe(LayerSettings settings, Shape input) => settings.Add("order", IsWritten ? "Written" : "Tensor", usual: "Tensor");

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        if (IsWritten && !AxisCode.IsAsWritten(input))
        {
            code.Next("written", $"{code.Value}.permute({AxisCode.ToWritten(input)})");
        }

        code.Next("flat", $"{code.Value}.flatten(1)");
    }
}
