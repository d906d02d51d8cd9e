using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Regularization;

/// <summary>In training, sets a share of the values to zero and scales up the others; values along an axis can share their fate.</summary>
internal sealed record DropoutLayer : NoiseLayer
{
    private const string NoiseShapeArgument = "NoiseShape";
    private const int AsItComes = -1;

    public override string ClassName => "Dropout";

    // The batch among them; none where each value has a fate of its own.
    private EquatableArray<int> NoiseShape { get; init; } = EquatableArray<int>.Empty;

    // In inference it does nothing.
    public override bool IsLinear => true;

    public override Layer Read(Arguments arguments) => (DropoutLayer)ReadShare(arguments, "rate") with
    {
        NoiseShape = arguments.Integers(NoiseShapeArgument) ?? EquatableArray<int>.Empty,
    };

    public override Shape? Output(Shape input, LayerSite site)
    {
        IEnumerable<int> sizes = input.Dimensions.Prepend(AsItComes);
        if (NoiseShape.Count == 0
            || (NoiseShape.Count == input.Rank + 1 && NoiseShape.Zip(sizes, static (noise, size) => noise is 1 or AsItComes || noise == size).All(static fits => fits)))
        {
            return input;
        }

        site.Report(RuleIds.OutOfRange, NoiseShapeArgument, [new Fix($"Leave {NoiseShapeArgument} out", Edit.Unset(site.Attribute, NoiseShapeArgument))],
            site.Name, NoiseShapeArgument,
            $"a number for the batch and for each of the {Words.Count(input.Rank, "axis", "axes")} of {input.Text}, "
            + $"each 1, or -1 for the size that comes in ({site.Trace})",
            $"({string.Join(", ", NoiseShape.Select(static size => Words.Text(size)))})");
        return null;
    }

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        if (NoiseShape.Skip(1).Zip(input.Dimensions, static (noise, size) => noise == AsItComes || noise == size).All(static whole => whole)
            && NoiseShape.FirstOrDefault() != 1)
        {
            code.Next("dropped", $"{Torch.Functional}.dropout({code.Value}, {Literals.Double(Amount)}, training)");
            return;
        }

        IEnumerable<string> places = Enumerable.Range(0, input.Rank)
            .OrderBy(input.TensorAxis)
            .Select(axis => Words.Text(NoiseShape[axis + 1] == 1 ? 1 : input.Dimensions[axis]));
        string batch = NoiseShape[0] == 1 ? "1" : $"{code.Value}.shape[0]";
        code.Next("dropped", NoiseCode.Dropped(code.Value, string.Join(", ", places.Prepend(batch)), Amount));
    }
}
