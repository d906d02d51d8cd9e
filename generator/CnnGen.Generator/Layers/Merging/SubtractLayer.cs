using System.Collections.Generic;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>The first input minus the second.</summary>
internal sealed record SubtractLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Subtract";

    public override Shape? Output(IReadOnlyList<Shape> inputs, LayerSite site)
    {
        if (inputs.Count == 2)
        {
            return base.Output(inputs, site);
        }

        site.Report(RuleIds.MergeCount, "layers", site.Name, $"takes two inputs, but gets {Words.Text(inputs.Count)}",
            "Name one layer, which is subtracted from the one above, or two.");
        return null;
    }

    public override string? Told(IReadOnlyList<Shape> inputs) => $"subtracts {inputs[1].Text} from {inputs[0].Text}";

    protected override string Merge(string left, string right) => $"{left} - {right}";
}
