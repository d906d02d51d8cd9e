using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>Shares that add up to 1 along one axis.</summary>
internal sealed record SoftmaxLayer : ElementwiseLayer
{
    private const int Last = -1;

    public override string ClassName => "Softmax";

    private int Axis { get; init; } = Last;

    public override Layer Read(Arguments arguments) => this with { Axis = arguments.Integer("Axis") ?? Last };

    public override Shape? Output(Shape input, LayerSite site) => AxisRules.Resolve(Axis, "Axis", input, site) is null ? null : input;

    public override Layer At(Shape input) => AxisRules.Place(Axis, input) == input.Rank - 1 ? this with { Axis = Last } : this;

    // Only a softmax over the last axis is one that a loss can take over.
    public override Activation OutputActivation => Axis == Last ? Activation.Softmax : Activation.Linear;

    public override Layer? WithoutActivation => Axis == Last ? null : this;

    public override void Describe(LayerSettings settings, Shape input) => 
        settings.AddAxes("axis", [AxisRules.Place(Axis, input)], input.Rank - 1);

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        code.Next("shares", $"{Torch.Functional}.softmax({code.Value}, {Literals.Long(input.TensorAxis(AxisRules.Place(Axis, input)))})");
    }
}
