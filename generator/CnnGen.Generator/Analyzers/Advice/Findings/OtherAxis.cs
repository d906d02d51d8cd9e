using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Normalization;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>A batch normalization along another axis than the channels: code that comes from a model of the other format.</summary>
internal static class OtherAxis
{
    private const string Axis = "Axis";

    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer is BatchNormalizationLayer && !layer.Node.Input.IsVector
        let axis = Written(layer)
        where axis is not null && axis != layer.Node.Input.ChannelAxis
        select layer.Advise(
            RuleIds.OtherAxis, Axis, [new Fix("Leave Axis out", Edit.Unset(layer.Attribute.Index, Axis))],
            layer.Node.Name, Words.Text(axis.Value + 1), Words.Text(layer.Node.Input.Dimensions[axis.Value]), layer.Node.Input.Text,
            Words.Text(layer.Node.Input.ChannelAxis + 1));

    /// <summary>The dimension that the layer's own axis names; <see langword="null"/> if it is left out.</summary>
    public static int? Written(AdvisedLayer layer) => layer.Attribute[Axis] switch
    {
        // Keras counts the batch.
        int axis and > 0 => axis - 1,
        int axis => layer.Node.Input.Rank + axis,
        _ => null,
    };
}
