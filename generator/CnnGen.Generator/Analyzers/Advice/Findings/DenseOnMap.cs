using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Layers.Merging;
using CnnGen.Generator.Layers.Pooling;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>
/// Dense on a map: it works at every pixel by itself. On a sequence, and on a map of one pixel, that is how it is used; so it is where
/// the map goes on as one, and between a normalization and an activation, as in the blocks of a ConvNeXt or a transformer.
/// </summary>
internal static class DenseOnMap
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer is DenseLayer && IsMap(layer.Node.Input) && !GoesOnAsMap(layer) && !IsPointwise(layer)
        select layer.Advise(
            RuleIds.DenseOnMap, null, [Fixes.InsertFlatten(layer.Attribute, layer.Node)],
            layer.Node.Name, layer.Node.Input.Text, layer.Node.Output.Text);

    private static bool IsMap(Shape shape) => shape.Rank >= 3 && shape.Spatial.Any(static size => size > 1);

    /// <summary>Whether a layer behind it works on rows and columns: by windows, by their mean, or beside another map.</summary>
    private static bool GoesOnAsMap(AdvisedLayer layer) => layer.Readers.Any(static reader =>
        reader.Layer is GlobalPoolingLayer or MergeLayer
        || reader.Layer.SlidingWindows.Count > 0
        || (IsMap(reader.Node.Output) && GoesOnAsMap(reader)));

    // A softmax is a classifier's.
    private static bool IsPointwise(AdvisedLayer layer) =>
        layer.Above is { Layer.IsNormalization: true } && !layer.IsOutput && ActivationOf(layer) is not (Activation.Linear or Activation.Softmax);

    private static Activation ActivationOf(AdvisedLayer layer) => layer is { Layer.OutputActivation: Activation.Linear, OnlyReader.Layer: ElementwiseLayer behind }
        ? behind.OutputActivation
        : layer.Layer.OutputActivation;
}
