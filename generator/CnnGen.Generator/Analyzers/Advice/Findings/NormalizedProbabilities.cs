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
        select layer.Advise(RuleIds.NormalizedProbabilities, null, [], layer.Node.Name, layer.Above!.Node.Name);
}
