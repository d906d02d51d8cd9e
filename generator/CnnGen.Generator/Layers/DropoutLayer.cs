using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>In training, sets a share of the values to zero and scales up the others.</summary>
internal sealed record DropoutLayer : Layer
{
    public override string ClassName => "Dropout";

    private double Rate { get; init; }

    public override Layer Read(Arguments arguments) => new DropoutLayer
    {
        Rate = arguments.Real("rate", 0, static value => value is >= 0 and <= 1, "between 0 and 1"),
    };

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    public override void Forward(ForwardCode code) =>
        code.Next("dropped", $"{Torch.Functional}.dropout({code.Value}, {Literals.Double(Rate)}, training)");
}
