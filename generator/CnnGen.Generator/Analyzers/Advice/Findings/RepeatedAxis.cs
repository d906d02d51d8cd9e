using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Layers.Merging;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>
/// A merge of shapes that differ, element by element: an axis of one is repeated to fit the other. Multiplying so is how channels are
/// weighted, and left alone.
/// </summary>
internal static class RepeatedAxis
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        let shapes = layer.Node.InputShapes
        let other = shapes.FirstOrDefault(shape => shape != layer.Node.Output)
        let told = (layer.Layer as ElementwiseMergeLayer)?.Told(shapes)
        where other is not null && told is not null
        select layer.Advise(
            RuleIds.RepeatedAxis, null, Fix(layer),
            layer.Node.Name, told, other.Text, layer.Node.Output.Text);

    // Channels can be made of one; a map cannot.
    private static IEnumerable<Fix> Fix(AdvisedLayer layer)
    {
        Shape wanted = layer.Node.Output;
        int place = layer.Node.InputShapes.ToList().FindIndex(shape => shape != wanted);
        Shape given = layer.Node.InputShapes[place];
        bool canBeNamed = layer.Sources.All(static source => source is { IsOnModel: true });
        bool isSole = layer.Node.InputShapes.Count(shape => shape != wanted) == 1;
        if (!canBeNamed || !isSole || given.Rank != wanted.Rank || given.Channels != 1
            || Fixes.Projection(wanted, given, Words.Text(wanted.Channels), static stride => Words.Text(stride)) is not { } projection)
        {
            return [];
        }

        List<string> names = layer.Sources.Select(static source => source!.Node.Name).ToList();
        return [Fixes.Project(layer.Attribute, names, place, projection, $"{names[place]}_projection")];
    }
}
