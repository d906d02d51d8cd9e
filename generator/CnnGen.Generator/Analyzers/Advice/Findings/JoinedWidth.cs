using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Merging;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>
/// Channels first, a join along the last axis because none was named: Keras's default is the channels' of the other format. Where
/// only the last axis can be joined, that is what is meant.
/// </summary>
internal static class JoinedWidth
{
    private const string Axis = "Axis";

    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer is ConcatenateLayer && layer.Attribute[Axis] is null
        let shapes = layer.Node.InputShapes
        let channels = shapes[0].ChannelAxis
        where channels != shapes[0].Rank - 1 && shapes.All(shape => shape == shapes[0])
        select layer.Advise(
            RuleIds.JoinedWidth, null, [new Fix("Write Axis = 1", Edit.Set(layer.Attribute.Index, Axis, "1"))],
            layer.Node.Name, shapes[0].Text, Words.Text(shapes[0].Rank), layer.Node.Output.Text);
}
