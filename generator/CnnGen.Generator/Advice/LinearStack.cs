using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Advice;

/// <summary>
/// Two layers with weights and nothing non-linear in between: together they compute what one could. A narrow layer between two
/// wider ones, and a kernel taken apart into a column and a row, are meant so and left alone.
/// </summary>
internal static class LinearStack
{
    // They have no weights and keep sums and multiples.
    private static readonly HashSet<string> s_linear = new()
    {
        "Flatten", "Reshape", "Permute", "Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D",
        "AveragePooling1D", "AveragePooling2D", "AveragePooling3D",
        "GlobalAveragePooling1D", "GlobalAveragePooling2D", "GlobalAveragePooling3D",
        "ZeroPadding1D", "ZeroPadding2D", "ZeroPadding3D", "Cropping1D", "Cropping2D", "Cropping3D",
    };

    // Depthwise and separable convolutions are factors of a larger one by design.
    private static readonly HashSet<string> s_full = new() { "Dense", "Conv1D", "Conv2D", "Conv3D" };

    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where IsFull(layer) && layer.Layer.OutputActivation == Activation.Linear
        let next = Next(layer)
        where next is not null && IsFull(next) && !IsNarrow(layer, next) && !IsTakenApart(layer, next)
        select layer.Advise(
            RuleIds.LinearStack, null,
            [new Mend("Write Activation = Activation.ReLU", Edit.Set(layer.Attribute.Index, "Activation", "Activation.ReLU"))],
            layer.Node.Name, next.Node.Name);

    private static bool IsFull(AdvisedLayer layer) =>
        s_full.Contains(layer.Layer.ClassName) && layer.Attribute["Groups"] is null or 1;

    private static AdvisedLayer? Next(AdvisedLayer layer)
    {
        AdvisedLayer? next = layer.OnlyReader;
        while (next is not null && s_linear.Contains(next.Layer.ClassName))
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
