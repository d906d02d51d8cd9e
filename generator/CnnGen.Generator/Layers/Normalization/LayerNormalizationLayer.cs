using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Normalization;

/// <summary>The values along the axes brought to mean 0 and variance 1 in each example, then scaled and shifted.</summary>
internal sealed record LayerNormalizationLayer : Layer
{
    private const string AxisArgument = "axis";

    public override string ClassName => "LayerNormalization";

    private EquatableArray<int> Axes { get; init; } = EquatableArray.Of(-1);

    private double Epsilon { get; init; }

    private bool Center { get; init; }

    private bool Scale { get; init; }

    public override Layer Read(Arguments arguments)
    {
        EquatableArray<int>? axes = arguments.Integers(AxisArgument);
        return this with
        {
            Axes = axes is { Count: > 0 } given ? given : Axes,
            Epsilon = arguments.Real("Epsilon", 1e-3, Range.Above(0)),
            Center = arguments.Flag("Center", true),
            Scale = arguments.Flag("Scale", true),
        };
    }

    public override bool IsNormalization => true;

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) =>
        Axes.All(axis => AxisRules.Resolve(axis, AxisArgument, input, site) is not null) ? input : null;

    public override long Parameters(Shape input) => checked(Features(input) * ((Center ? 1L : 0) + (Scale ? 1L : 0)));

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input)
    {
        int[] sizes = input.TensorSizes.ToArray();
        string normalized = Literals.Longs(TensorAxes(input).Select(axis => (long)sizes[axis - 1]).ToArray());
        string affine = (Center, Scale) switch
        {
            (true, true) or (true, false) => "",
            (false, true) => ", bias: false",
            _ => ", elementwise_affine: false",
        };
        return
        [
            new ModuleCode(
                $"{Torch.Modules}.LayerNorm", $"{Torch.Nn}.LayerNorm({normalized}, eps: {Literals.Double(Epsilon)}{affine})",
                Center || Scale ? $"{field}.weight.device" : null,
                Center && !Scale ? AffineCode.Freeze(field, Center, Scale) : []),
        ];
    }

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.AddAxes(AxisArgument, Axes.Select(axis => AxisRules.Place(axis, input)).Distinct().ToList(), input.Rank - 1);
        settings.Add("epsilon", Epsilon);
    }

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        List<int> axes = TensorAxes(input);

        // PyTorch normalizes the last axes.
        var move = new AxisMove(Enumerable.Range(1, input.Rank).Except(axes).Concat(axes));
        move.There(code, "moved");
        code.Next("normalized", $"{code.Field}.call({code.Value})");
        move.Back(code);
    }

    private List<int> TensorAxes(Shape input) =>
        Axes.Select(axis => input.TensorAxis(AxisRules.Place(axis, input))).Distinct().OrderBy(static axis => axis).ToList();

    private long Features(Shape input)
    {
        int[] sizes = input.TensorSizes.ToArray();
        return TensorAxes(input).Aggregate(1L, (product, axis) => checked(product * sizes[axis - 1]));
    }
}
