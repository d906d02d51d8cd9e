using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Problems;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>A classifier that ends in ReLU: scores below zero, which a crossentropy needs to tell unlikely classes apart, are cut off.</summary>
internal static class ReLUOutput
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.IsOutput && layer.Layer.OutputActivation == Activation.ReLU
        let loss = model.Training?.Outputs.FirstOrDefault(output => output.Layer == layer.Node.Name)?.Loss
        where loss is not null && loss.Right != Activation.Linear && loss.Follows(Activation.ReLU)
        select layer.Advise(
            RuleIds.ReLUOutput, layer.Layer.ActivationArgument, Fixes.Activate(layer.Attribute, layer.Layer, loss.Right) is { } fix ? [fix] : [],
            layer.Node.Name, loss.Text, $"Activation.{loss.Right}");
}
