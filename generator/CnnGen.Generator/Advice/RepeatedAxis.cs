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
            RuleIds.RepeatedAxis, null, Mend(layer),
            layer.Node.Name, string.Join(" and ", shapes.Select(static shape => shape.Text)), other.Text, layer.Node.Output.Text);

    // Channels can be made of one; a map cannot.
    private static IEnumerable<Mend> Mend(AdvisedLayer layer)
    {
        Shape wanted = layer.Node.Output;
        int place = layer.Node.InputShapes.ToList().FindIndex(shape => shape != wanted);
        Shape given = layer.Node.InputShapes[place];
        bool canBeNamed = layer.Sources.All(static source => source is { IsOnModel: true });
        return canBeNamed && given.Rank == wanted.Rank && given.Channels == 1 && Mends.Projection(wanted, given) is { } projection
            ? [Mends.Project(layer.Attribute, layer.Sources.Select(static source => source!.Node.Name).ToList(), place, projection)]
            : [];
    }
}
