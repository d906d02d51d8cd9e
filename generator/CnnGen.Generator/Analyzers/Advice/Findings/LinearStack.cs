using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Problems;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>
/// Two layers with weights and nothing non-linear in between: together they compute what one could. A narrow layer between two
/// wider ones, and a kernel taken apart into a column and a row, are meant so and left alone.
/// </summary>
internal static class LinearStack
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer.IsFullyWeighted && layer.Layer.OutputActivation == Activation.Linear
        let next = Next(layer)
        where next is not null && next.Layer.IsFullyWeighted && !IsNarrow(layer, next) && !IsTakenApart(layer, next)
        select layer.Advise(
            RuleIds.LinearStack, null,
            [new Fix("Write Activation = Activation.ReLU", Edit.Set(layer.Attribute.Index, "Activation", "Activation.ReLU"))],
            layer.Node.Name, next.Node.Name);

    private static AdvisedLayer? Next(AdvisedLayer layer)
    {
        AdvisedLayer? next = layer.OnlyReader;
        while (next is not null && next.Layer.IsLinear)
        {
            next = next.OnlyReader;
        }

        return next;
    }

    private static bool IsNarrow(AdvisedLayer layer, AdvisedLayer next) =>
        layer.Node.Output.Channels < layer.Node.Input.Channels && layer.Node.Output.Channels < next.Node.Output.Channels;

    private static bool IsTakenApart(AdvisedLayer layer, AdvisedLayer next)
    {
        var sizes = layer.Layer.SlidingWindows.Zip(next.Layer.SlidingWindows, static (first, second) => (First: first.Size, Second: second.Size)).ToList();
        return sizes.Exists(static axis => axis is { First: 1, Second: > 1 }) && sizes.Exists(static axis => axis is { First: > 1, Second: 1 });
    }
}
