using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Advice;

/// <summary>A normalization behind a softmax: what comes out are no shares any more.</summary>
internal static class NormalizedShares
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where layer.Layer.ClassName is "BatchNormalization" or "LayerNormalization" or "GroupNormalization"
        where layer.Above?.Layer.OutputActivation == Activation.Softmax
        select layer.Advise(RuleIds.NormalizedShares, null, [], layer.Node.Name, layer.Above!.Node.Name);
}
