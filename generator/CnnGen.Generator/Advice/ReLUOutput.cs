using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Advice;

/// <summary>A classifier that ends in ReLU: scores below zero, which a crossentropy needs to tell unlikely classes apart, are cut off.</summary>
internal static class ReLUOutput
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.IsOutput && layer.Layer.OutputActivation == Activation.ReLU
        let right = Right(model.Training?.Loss)
        where right is not null
        select layer.Advise(
            RuleIds.ReLUOutput, layer.Layer.ActivationArgument, [Mends.Activate(layer.Attribute, layer.Layer.ActivationArgument, right)],
            layer.Node.Name, $"Loss.{model.Training!.Loss}", $"Activation.{right}");

    private static string? Right(Loss? loss) => loss switch
    {
        Loss.SparseCategoricalCrossentropy or Loss.CategoricalCrossentropy => nameof(Activation.Softmax),
        Loss.BinaryCrossentropy => nameof(Activation.Sigmoid),
        _ => null,
    };
}
