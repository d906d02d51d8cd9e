using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Normalization;

/// <summary>Each channel, or each place along another axis, brought to mean 0 and variance 1, then scaled and shifted.</summary>
internal sealed record BatchNormalizationLayer : Layer
{
    // PyTorch's modules know signals, images and volumes.
    private const int LargestRank = 4;

    public override string ClassName => "BatchNormalization";

    private int? Axis { get; init; }

    private double Momentum { get; init; }

    private double Epsilon { get; init; }

    private bool Center { get; init; }

    private bool Scale { get; init; }

    public override Layer Read(Arguments arguments) => this with
    {
        Axis = arguments.Integer("Axis"),
        Momentum = arguments.Real("Momentum", 0.99, Range.Between(0, 1)),
        Epsilon = arguments.Real("Epsilon", 1e-3, Range.Above(0)),
        Center = arguments.Flag("Center", true),
        Scale = arguments.Flag("Scale", true),
    };

    public override bool IsNormalization => true;

    public override bool KeepsShape => true;

    // A frozen one works with its averages in training too.
    public override bool NeedsSeveralValues => IsTrainable;

    public override bool HasAverages => IsTrainable;

    public override Shape? Output(Shape input, LayerSite site) =>
        Axis is { } axis && AxisRules.Resolve(axis, "Axis", input, site) is null ? null : input;

    // Scale, shift, moving mean, moving variance.
    public override long Parameters(Shape input) => Features(input) * (2L + (Center ? 1 : 0) + (Scale ? 1 : 0));

    public override long FrozenParameters(Shape input) => Features(input) * 2L;

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input)
    {
        string type = input.Rank is 3 or 4 ? $"BatchNorm{Words.Text(input.Rank - 1)}d" : "BatchNorm1d";
        string numbers = $"{Literals.Long(Features(input))}, eps: {Literals.Double(Epsilon)}, momentum: {Literals.Double(NewShare)}";
        return
        [
            new ModuleCode(
                $"{Torch.Modules}.{type}", $"{Torch.Nn}.{type}({numbers}{AffineCode.Argument(Center, Scale)})",
                $"{field}.running_mean.device", AffineCode.Freeze(field, Center, Scale),
                $"Keras's momentum {Literals.Double(Momentum)} weighs the old average, PyTorch's the new value."),
        ];
    }

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.AddAxes("axis", [Place(input)], input.ChannelAxis);
        settings.Add("epsilon", Epsilon);
    }

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        int axis = input.TensorAxis(Place(input));
        List<int> order = Enumerable.Range(1, input.Rank).OrderBy(other => other != axis).ToList();
        var move = new AxisMove(order);
        move.There(code, "moved");
        if (input.Rank > LargestRank)
        {
            code.Next("flat", $"{code.Value}.flatten(2)");
        }

        code.Next("normalized", IsTrainable ? $"{code.Field}.call({code.Value})" : Frozen(code));
        if (input.Rank > LargestRank)
        {
            int[] sizes = input.TensorSizes.ToArray();
            code.Next("map", $"{code.Value}.reshape({AxisCode.Order(order.Select(place => sizes[place - 1]).Prepend(-1))})");
        }

        move.Back(code);
    }

    private double NewShare => (double)((DecimalNumber)1 - Momentum);

    private string Frozen(ForwardCode code)
    {
        code.Comment = "frozen: by its averages in training too";
        string module = code.Field;
        return $"{Torch.Functional}.batch_norm({code.Value}, {module}.running_mean, {module}.running_var, {module}.weight, {module}.bias, "
            + $"false, {Literals.Double(NewShare)}, {Literals.Double(Epsilon)})";
    }

    private int Place(Shape input) => Axis is { } axis ? AxisRules.Place(axis, input) : input.ChannelAxis;

    private int Features(Shape input) => input.Dimensions[Place(input)];
}
