using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Advice;

/// <summary>
/// Dense on a map: it works at every pixel by itself. On a sequence, and on a map of one pixel, that is how it is used.
/// </summary>
internal static class DenseOnMap
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer is DenseLayer && layer.Node.Input is { Rank: >= 3 } input && input.Spatial.Any(static size => size > 1)
        select layer.Advise(
            RuleIds.DenseOnMap, null, [Mends.InsertFlatten(layer.Attribute, layer.Node)],
            layer.Node.Name, layer.Node.Input.Text, layer.Node.Output.Text);
}
