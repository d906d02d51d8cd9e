using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Layers.Normalization;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>x where x &gt; 0, else a learned slope times x: one slope for each place along the axes that do not share it.</summary>
internal sealed record PReLULayer : Layer
{
    public override string ClassName => "PReLU";

    private EquatableArray<int> SharedAxes { get; init; } = EquatableArray<int>.Empty;

    public override Layer Read(Arguments arguments) => this with { SharedAxes = arguments.Integers("SharedAxes") ?? EquatableArray<int>.Empty };

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) =>
        SharedAxes.All(axis => AxisRules.Resolve(axis, "SharedAxes", input, site) is not null) ? input : null;

    public override long Parameters(Shape input) => Own(input).Aggregate(1L, (product, axis) => checked(product * input.Dimensions[axis]));

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input) =>
    [
        new ModuleCode(
            $"{Torch.Modules}.PReLU", $"{Torch.Nn}.PReLU({Literals.Long(Parameters(input))}, init: 0.0)", $"{field}.weight.device", [],
            "PyTorch's slopes start at 0.25, Keras's at 0."),
    ];

    public override void Describe(LayerSettings settings, Shape input)
    {
        if (SharedAxes.Count > 0)
        {
            settings.Add("sharedAxes", SharedAxes.Select(axis => AxisRules.Place(axis, input) + 1));
        }
    }

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        List<int> own = TensorAxes(Own(input), input);
        List<int> shared = TensorAxes(Enumerable.Range(0, input.Rank).Except(Own(input)), input);

        // PyTorch has one slope, or one for each place of the second axis.
        if (own.Count == 0 || own.SequenceEqual([1]))
        {
            code.Next("activated", $"{code.Field}.call({code.Value})");
            return;
        }

        code.Comment = $"one slope for each of {Words.Text(Parameters(input))} places";
        List<int> order = own.Concat(shared).ToList();
        AxisMove move = new(order);
        move.There(code, "places");
        code.Next("flat", $"{code.Value}.reshape(-1, {Literals.Long(Parameters(input))}, {Literals.Long(input.Count / Parameters(input))})");
        code.Next("activated", $"{code.Field}.call({code.Value})");
        int[] sizes = input.TensorSizes.ToArray();
        code.Next("map", $"{code.Value}.reshape({AxisCode.Order(order.Select(axis => sizes[axis - 1]).Prepend(-1))})");
        move.Back(code);
    }

    /// <summary>The places of the axes that do not share a slope.</summary>
    private IEnumerable<int> Own(Shape input) =>
        Enumerable.Range(0, input.Rank).Where(place => !SharedAxes.Any(axis => AxisRules.Place(axis, input) == place));

    private static List<int> TensorAxes(IEnumerable<int> places, Shape shape) => places.Select(shape.TensorAxis).OrderBy(static axis => axis).ToList();
}
