using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Advice;

/// <summary>
/// An Add of shapes that differ: an axis of one is repeated to fit the other. Multiplying so is how channels are weighted, and left
/// alone.
/// </summary>
internal static class RepeatedAxis
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer.ClassName is "Add" or "Subtract" or "Average"
        let shapes = layer.Node.InputShapes
        let other = shapes.FirstOrDefault(shape => shape != layer.Node.Output)
        where other is not null
        select layer.Advise(
            RuleIds.RepeatedAxis, null, [],
            layer.Node.Name, string.Join(" and ", shapes.Select(static shape => shape.Text)), other.Text, layer.Node.Output.Text);
}
