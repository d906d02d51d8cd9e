using System.Collections.Generic;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

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

    protected override string Merge(string left, string right) => $"{left} - {right}";
}
