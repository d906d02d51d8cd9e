using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

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

        Mend[] mends = input.Rank == 3
            ? [Mends.Insert("Flatten", site.Declaration, site.Name), Mends.Insert("GlobalAveragePooling2D", site.Declaration, site.Name)]
            : [Mends.Insert("Flatten", site.Declaration, site.Name)];
        site.Report(RuleIds.WrongRank, null, mends, site.Name, "a vector", input.Text, site.Trace, "Add [Flatten] or [GlobalAveragePooling2D] above it.");
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
