using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Problems;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>A normalization behind a softmax: what comes out are no probabilities any more.</summary>
internal static class NormalizedProbabilities
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer.IsNormalization && layer.Above?.Layer.OutputActivation == Activation.Softmax
        select layer.Advise(RuleIds.NormalizedProbabilities, null, Swap(model, layer, layer.Above!), layer.Node.Name, layer.Above!.Node.Name);

    // Where nothing but the order of two neighbours changes.
    private static IEnumerable<Fix> Swap(AdvisedModel model, AdvisedLayer layer, AdvisedLayer softmax)
    {
        if (!softmax.IsOnModel || softmax.OnlyReader != layer || layer.Readers.Count > 0 || !model.Network.EndsWithLast
            || layer.Attribute.From is not null || softmax.Attribute is not { From: null } || softmax.Attribute.Index + 1 != layer.Attribute.Index)
        {
            return [];
        }

        Edit[] edits = softmax.Layer.ActivationArgument is { } argument && softmax.Attribute[argument] is not null && softmax.Layer.WithoutActivation is not null
            ? [Edit.Unset(softmax.Attribute.Index, argument), Edit.InsertBelow(layer.Attribute.Index, "Softmax")]
            : Edit.Move(layer.Attribute.Index, softmax.Attribute.Index);
        return [new Fix($"Put {layer.Node.Name} above the softmax", edits)];
    }
}
