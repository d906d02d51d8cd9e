using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>A convolution that keeps the map's size with 'same' padding and makes it smaller with strides, both at once.</summary>
internal static class StridesWithSame
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer is KernelLayer
        let windows = layer.Layer.SlidingWindows
        where windows.Any(static window => window is { Pad: Pad.Same, Stride: > 1, Size: > 1 })
        select layer.Advise(
            RuleIds.StridesWithSame, "Strides|StridesWidth|Padding", [],
            layer.Node.Name, Words.SizeOrOne(windows.Select(static window => (long)window.Stride).ToList()), layer.Node.Input.Text, layer.Node.Output.Text);
}
