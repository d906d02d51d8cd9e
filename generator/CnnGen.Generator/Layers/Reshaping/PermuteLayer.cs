using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Reshaping;

/// <summary>The axes in another order.</summary>
internal sealed record PermuteLayer : Layer
{
    private const string Argument = "dims";

    public override string ClassName => "Permute";

    private EquatableArray<int> Dims { get; init; } = EquatableArray<int>.Empty;

    public override Layer Read(Arguments arguments)
    {
        EquatableArray<int> dims = arguments.Integers(Argument) ?? EquatableArray<int>.Empty;
        if (dims.Count == 0 || !dims.OrderBy(static dim => dim).SequenceEqual(Enumerable.Range(1, dims.Count)))
        {
            string range = dims.Count < 2 ? "an order of the axes, such as (2, 1)" : $"each of the numbers from 1 to {Words.Text(dims.Count)}, once";
            arguments.OutOfRange(Argument, range, $"({string.Join(", ", dims.Select(static dim => Words.Text(dim)))})");
        }

        return this with { Dims = dims };
    }

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (Dims.Count == input.Rank)
        {
            return input.Reshaped(Dims.Select(dim => input.Dimensions[dim - 1]));
        }

        string example = string.Join(", ", Enumerable.Range(1, input.Rank).Reverse().Select(static dim => Words.Text(dim)));
        site.Report(RuleIds.WrongRank, Argument, site.Name, Words.Count(Dims.Count, "axis", "axes"), input.Text, site.Trace,
            $"Write a number for each axis, for example [Permute({example})].");
        return null;
    }

    public override bool IsLinear => true;

    // Only another view of the same values.
    public override long ActivationBytes(Shape output) => 0;

    public override void Describe(LayerSettings settings, Shape input) => settings.Add(Argument, Dims);

    public override void Forward(ForwardCode code)
    {
        var (input, output) = (code.Node.Input, code.Node.Output);
        IEnumerable<int> order = Enumerable.Range(0, output.Rank)
            .OrderBy(output.TensorAxis)
            .Select(axis => input.TensorAxis(Dims[axis] - 1));
        code.Next("permuted", $"{code.Value}.permute({AxisCode.Order(order.Prepend(0))})");
    }
}
