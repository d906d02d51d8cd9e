using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Reshaping;

/// <summary>The same values in another shape.</summary>
internal sealed record ReshapeLayer : Layer
{
    private const string Argument = "targetShape";
    private const int Open = -1;

    public override string ClassName => "Reshape";

    private EquatableArray<int> Target { get; init; } = EquatableArray.Of(Open);

    public override Layer Read(Arguments arguments)
    {
        EquatableArray<int> target = arguments.Integers(Argument) ?? EquatableArray<int>.Empty;
        if (target.Count == 0 || target.Any(static size => size < 1 && size != Open) || target.Count(static size => size == Open) > 1)
        {
            string written = $"({string.Join(", ", target.Select(static size => Words.Text(size)))})";
            arguments.OutOfRange(Argument, "dimensions of at least 1, one of which may be -1 for what is left over", written);
            return this;
        }

        return this with { Target = target };
    }

    public override Shape? Output(Shape input, LayerSite site)
    {
        long known = Target.Where(static size => size != Open).Aggregate(1L, static (product, size) => product > int.MaxValue ? product : product * size);
        bool isOpen = Target.Contains(Open);
        if (isOpen ? input.Count % known == 0 : input.Count == known)
        {
            return input.Reshaped(Target.Select(size => size == Open ? (int)(input.Count / known) : size));
        }

        string count = Words.Text(input.Count);
        string target = string.Join("×", Target.Select(static size => size == Open ? "?" : Words.Text(size)));
        site.Report(RuleIds.Reshape, Argument, isOpen ? [] : Opened(input, site), site.Name, input.Text, target,
            isOpen
                ? $"{count} values come in, which {Words.Text(known)} does not divide"
                : $"{count} values come in, but {Words.Text(known)} are wanted",
            site.Trace,
            isOpen ? $"Give the other dimensions a product that divides {count}." : $"Give the dimensions the product {count}, or write -1 for one of them.");
        return null;
    }

    // The first dimension that can take what is left over.
    private IEnumerable<Fix> Opened(Shape input, LayerSite site)
    {
        for (int i = 0; i < Target.Count; i++)
        {
            long others = Target.Where((_, axis) => axis != i).Aggregate(1L, static (product, size) => product > int.MaxValue ? product : product * size);
            if (input.Count % others == 0)
            {
                string opened = string.Join(", ", Target.Select((size, axis) => Words.Text(axis == i ? Open : size)));
                return [new Fix($"Write [Reshape({opened})]", Edit.Set(site.Attribute, Argument, opened))];
            }
        }

        return [];
    }

    public override bool IsLinear => true;

    // Only another view of the same values.
    public override long ActivationBytes(Shape output) => 0;

    public override void Forward(ForwardCode code)
    {
        var (input, output) = (code.Node.Input, code.Node.Output);
        // The order of the values is that of the axes as they are written.
        if (!AxisCode.IsAsWritten(input))
        {
            code.Next("written", $"{code.Value}.permute({AxisCode.ToWritten(input)})");
        }

        code.Next("reshaped", Reshape(code.Value, output.Dimensions));
        if (!AxisCode.IsAsWritten(output))
        {
            code.Next("map", $"{code.Value}.permute({AxisCode.ToTensor(output)})");
        }
    }

    private static string Reshape(string value, IEnumerable<int> sizes) => $"{value}.reshape({AxisCode.Order(sizes.Prepend(-1))})";
}
