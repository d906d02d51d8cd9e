using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Reshaping;

/// <summary>A vector n times: F → n × F.</summary>
internal sealed record RepeatVectorLayer : Layer
{
    public override string ClassName => "RepeatVector";

    private int Times { get; init; } = 1;

    public override Layer Read(Arguments arguments) => this with { Times = arguments.Positive("n", 1) };

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (input.IsVector)
        {
            return input.Reshaped([Times, input.Last]);
        }

        Fix[] fixes = input.Rank == 3
            ? [Fixes.Insert("Flatten", site.Declaration, site.Name), Fixes.Insert("GlobalAveragePooling2D", site.Declaration, site.Name)]
            : [Fixes.Insert("Flatten", site.Declaration, site.Name)];
        site.Report(RuleIds.WrongRank, null, fixes, site.Name, "a vector", input.Text, site.Trace, "Add [Flatten] or [GlobalAveragePooling2D] above it.");
        return null;
    }

    public override void Forward(ForwardCode code)
    {
        // The copies stand along the first axis as it is written.
        int axis = code.Node.Output.TensorAxis(0);
        string copies = AxisCode.Order(axis == 1 ? [1, Times, 1] : [1, 1, Times]);
        code.Next("repeated", $"{code.Value}.unsqueeze({Literals.Long(axis)}).repeat({copies})");
    }
}
