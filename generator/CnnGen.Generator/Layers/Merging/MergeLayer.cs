using System.Collections.Generic;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>A layer with several inputs: <c>keras/layers/merging/</c>. No weights.</summary>
internal abstract record MergeLayer : Layer
{
    public override bool ReadsSeveral => true;

    public override Layer Read(Arguments arguments) => this;

    public sealed override Shape? Output(Shape input, LayerSite site) => Output([input], site);

    /// <summary>Reports inputs that do not fit together.</summary>
    /// <param name="inputs">Their shapes.</param>
    /// <param name="site">The layer's place.</param>
    /// <param name="reason">What does not fit.</param>
    /// <param name="remedy">What would fix it.</param>
    protected static void Refuse(IReadOnlyList<Shape> inputs, LayerSite site, string reason, Remedy remedy)
    {
        var shown = new List<string>();
        for (int i = 0; i < inputs.Count; i++)
        {
            shown.Add($"{inputs[i].Text} of {site.Sources[i].Name}");
        }

        string all = string.Join(", ", shown.GetRange(0, shown.Count - 1)) + " and " + shown[shown.Count - 1];
        site.Report(RuleIds.MergeShapes, null, remedy.Fixes, site.Name, all, reason, site.Longest.Path.Text, remedy.Text + ".");
    }
}
