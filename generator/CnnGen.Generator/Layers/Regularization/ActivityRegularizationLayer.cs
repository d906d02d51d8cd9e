using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Regularization;

/// <summary>Passes its input on, and adds to the loss what that costs.</summary>
internal sealed record ActivityRegularizationLayer : Layer
{
    public override string ClassName => "ActivityRegularization";

    private Core.Penalty Activity { get; init; }

    public override Layer Read(Arguments arguments) => this with { Activity = Core.Penalty.Read(arguments, "l1", "l2") };

    public override bool KeepsShape => true;

    public override bool IsLinear => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    public override string? ActivityPenalty(string output) => Activity.Of(output);

    public override void Forward(ForwardCode code) => code.Next("same", $"{code.Value}.alias()");
}
