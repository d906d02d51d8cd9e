using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>Sums of products along one axis of two inputs; the first one's other axes stand before the second one's.</summary>
internal sealed record DotLayer : MergeLayer
{
    // Keras's l2_normalize: the square of a length is at least this.
    private const double SmallestSquare = 1e-12;

    public override string ClassName => "Dot";

    private int FirstAxis { get; init; }

    private int SecondAxis { get; init; }

    private bool Normalize { get; init; }

    public override Layer Read(Arguments arguments)
    {
        int axis = arguments.Integer("Axis") ?? 1;
        return this with
        {
            FirstAxis = axis,
            SecondAxis = arguments.Integer("SecondAxis") ?? axis,
            Normalize = arguments.Flag("Normalize", false),
        };
    }

    public override Shape? Output(IReadOnlyList<Shape> inputs, LayerSite site)
    {
        if (inputs.Count != 2)
        {
            site.Report(RuleIds.MergeCount, "layers", site.Name, $"takes two inputs, but gets {Words.Text(inputs.Count)}", "Name two layers.");
            return null;
        }

        if (AxisRules.Resolve(FirstAxis, "Axis", inputs[0], site) is not { } first
            || AxisRules.Resolve(SecondAxis, "SecondAxis|Axis", inputs[1], site) is not { } second)
        {
            return null;
        }

        if (inputs[0].Dimensions[first] != inputs[1].Dimensions[second])
        {
            Refuse(inputs, site,
                $"the axes have {Words.Text(inputs[0].Dimensions[first])} and {Words.Text(inputs[1].Dimensions[second])} values",
                Remedy(inputs, site));
            return null;
        }

        int[] rest = Others(inputs[0], first).Concat(Others(inputs[1], second)).ToArray();
        return inputs[0].Reshaped(rest.Length == 0 ? [1] : rest);
    }

    public override long MultiplyAdds(Shape input, Shape output) =>
        checked(output.Count * input.Dimensions[AxisRules.Place(FirstAxis, input)]);

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.Add("axis", FirstAxis, SecondAxis);
        settings.AddUnless(0, "normalize", Normalize ? 1 : 0);
    }

    public override void Forward(ForwardCode code)
    {
        Shape output = code.Node.Output;
        string left = Matrix(code, 0, FirstAxis, isLast: true);
        string right = Matrix(code, 1, SecondAxis, isLast: false);
        code.Next("products", $"{Torch.Root}.matmul({left}, {right})");
        code.Next("dots", $"{code.Value}.reshape({AxisCode.Order(output.Dimensions.Prepend(-1))})");
        if (!AxisCode.IsAsWritten(output))
        {
            code.Next("map", $"{code.Value}.permute({AxisCode.ToTensor(output)})");
        }
    }

    // Products of the features of each place are what is mostly meant.
    private static Remedy Remedy(IReadOnlyList<Shape> inputs, LayerSite site)
    {
        if (inputs.Any(static shape => shape.IsVector) || inputs[0].ChannelAxis != inputs[1].ChannelAxis || inputs[0].Channels != inputs[1].Channels)
        {
            return new Remedy("Give both the same size, or choose other axes");
        }

        Remedy channels = AxisRules.Channels(inputs[0], "Axis", site);
        return site.Declaration["SecondAxis"] is null
            ? channels
            : new Remedy(channels.Text + ", and leave SecondAxis out", channels.Fixes
                .Select(fix => fix with { Edits = fix.Edits.Append(Edit.Unset(site.Attribute, "SecondAxis")).ToEquatableArray() })
                .ToArray());
    }

    private static IEnumerable<int> Others(Shape shape, int axis) => shape.Dimensions.Where((_, i) => i != axis);

    /// <summary>An input as N × rows × sum, or N × sum × columns.</summary>
    private string Matrix(ForwardCode code, int input, int axis, bool isLast)
    {
        Shape shape = code.Node.InputShapes[input];
        int place = AxisRules.Place(axis, shape);
        IEnumerable<int> others = Enumerable.Range(0, shape.Rank).Where(i => i != place);
        IEnumerable<int> order = (isLast ? others.Append(place) : others.Prepend(place)).Select(shape.TensorAxis).Prepend(0);
        long rest = Others(shape, place).Aggregate(1L, static (product, size) => product * size);
        string sizes = isLast
            ? $"-1, {Literals.Long(rest)}, {Literals.Long(shape.Dimensions[place])}"
            : $"-1, {Literals.Long(shape.Dimensions[place])}, {Literals.Long(rest)}";
        code.Next(isLast ? "rows" : "columns", $"{code.Inputs[input]}.permute({AxisCode.Order(order)}).reshape({sizes})");
        return Normalize ? Normalized(code, isLast ? 2 : 1) : code.Value;
    }

    private static string Normalized(ForwardCode code, int axis)
    {
        string matrix = code.Value;
        code.Next("lengths", $"{matrix}.square().sum({Literals.Long(axis)}, true).clamp({Literals.Double(SmallestSquare)}).sqrt()");
        code.Next("unit", $"{matrix} / {code.Value}");
        return code.Value;
    }
}
