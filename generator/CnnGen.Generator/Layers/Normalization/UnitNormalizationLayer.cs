using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Normalization;

/// <summary>The values along the axes brought to length 1, in each example.</summary>
internal sealed record UnitNormalizationLayer : Layer
{
    private const string AxisArgument = "axis";

    // Keras's: what has no length stays as it is.
    private const double SmallestSquare = 1e-24;

    public override string ClassName => "UnitNormalization";

    private EquatableArray<int> Axes { get; init; } = EquatableArray.Of(-1);

    public override Layer Read(Arguments arguments) =>
        arguments.Integers(AxisArgument) is { Count: > 0 } given ? this with { Axes = given } : this;

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) =>
        Axes.All(axis => AxisRules.Resolve(axis, AxisArgument, input, site) is not null) ? input : null;

    public override void Describe(LayerSettings settings, Shape input) => 
        settings.AddAxes(AxisArgument, Axes.Select(axis => AxisRules.Place(axis, input)).Distinct().ToList(), input.Rank - 1);

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        long[] axes = Axes.Select(axis => (long)input.TensorAxis(AxisRules.Place(axis, input))).Distinct().OrderBy(static axis => axis).ToArray();
        string values = code.Value;
        code.Next("length", $"{values}.square().sum({Literals.Longs(axes)}, true).clamp({Literals.Double(SmallestSquare)}).sqrt()");
        code.Next("unit", $"{values} / {code.Value}");
    }
}
