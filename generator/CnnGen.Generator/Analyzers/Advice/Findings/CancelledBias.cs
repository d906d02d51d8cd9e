using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Layers.Normalization;
using CnnGen.Generator.Layers.Reshaping;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>
/// A bias right before a batch normalization: it moves all values of a channel alike, and the normalization takes their mean away.
/// With an activation in between it is no longer a mere shift.
/// </summary>
internal static class CancelledBias
{
    private const string UseBias = "UseBias";

    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer is KernelLayer { UseBias: true, OutputActivation: Activation.Linear }
        let normalization = Behind(layer)
        where normalization is not null
        select layer.Advise(
            RuleIds.CancelledBias, UseBias, [new Fix("Write UseBias = false", Edit.Set(layer.Attribute.Index, UseBias, "false"))],
            layer.Node.Name, Words.Count(ChannelsOf(layer), "bias", "biases"), normalization.Node.Name);

    private static AdvisedLayer? Behind(AdvisedLayer layer)
    {
        // Laid out in one row, each value is a channel of its own, and still has its bias.
        AdvisedLayer? next = layer.OnlyReader is { Layer: FlattenLayer } flatten ? flatten.OnlyReader : layer.OnlyReader;
        return next is { Layer: BatchNormalizationLayer } && (next.Node.Input.IsVector || AxisOf(next) == BiasAxis(layer)) ? next : null;
    }

    private static int AxisOf(AdvisedLayer normalization) =>
        OtherAxis.Written(normalization) ?? normalization.Node.Input.ChannelAxis;

    private static int BiasAxis(AdvisedLayer layer) =>
        layer.Layer is DenseLayer ? layer.Node.Output.Rank - 1 : layer.Node.Output.ChannelAxis;

    private static int ChannelsOf(AdvisedLayer layer) => layer.Node.Output.Dimensions[BiasAxis(layer)];
}
