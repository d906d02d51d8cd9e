using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Advice;

/// <summary>A layer that nothing reads and that is no output. What leads to it is not reported: the cause is where the branch ends.</summary>
internal static class UnreachedLayer
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where !layer.IsNeeded && layer.Readers.Count == 0
        select layer.Advise(
            RuleIds.UnreachedLayer, null,
            [new Mend($"Remove [{layer.Attribute.Name}]", Edit.Remove(layer.Attribute.Index))],
            layer.Node.Name);
}
