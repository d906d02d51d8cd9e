using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>
/// A first convolution whose windows do not overlap. In Keras 1 <c>Conv2D(32, 3, 3)</c> was a 3×3 kernel, later it was strides of
/// three; code that was carried over has them written out. Larger windows side by side are the patches of a ConvNeXt or a transformer.
/// </summary>
internal static class GappedWindows
{
    private const int SmallestPatch = 4;

    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer is KernelLayer && layer.Sources is [null]
        let windows = layer.Layer.SlidingWindows
        where windows.Count > 0 && windows.All(static window => window.Size > 1 && window.Stride >= window.Size)
        where !windows.All(static window => window.Size >= SmallestPatch && window.Stride == window.Size)
        select layer.Advise(
            RuleIds.GappedWindows, "Strides|StridesWidth", Fixes(layer),
            layer.Node.Name, Words.SizeOrOne(windows.Select(static window => (long)window.Stride).ToList()),
            Words.SizeOrOne(windows.Select(static window => (long)window.Size).ToList()), layer.Node.Input.Text, layer.Node.Output.Text);

    private static IEnumerable<Fix> Fixes(AdvisedLayer layer)
    {
        Edit[] edits = new[] { "Strides", "StridesWidth" }
            .Where(name => layer.Attribute[name] is not null)
            .Select(name => Edit.Unset(layer.Attribute.Index, name))
            .ToArray();
        return edits.Length == 0 ? [] : [new Fix("Leave the strides out", edits)];
    }
}
