using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>A layer that nothing reads and that is no output. What leads to it is not reported: the cause is where the branch ends.</summary>
internal static class UnreachedLayer
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        where !layer.IsNeeded && layer.Readers.Count == 0
        select layer.Advise(
            RuleIds.UnreachedLayer, null,
            Fix(layer),
            layer.Node.Name);

    // With what leads to it alone, which would be the next one left hanging.
    private static IEnumerable<Fix> Fix(AdvisedLayer end)
    {
        var branch = new List<AdvisedLayer> { end };
        for (int i = 0; i < branch.Count; i++)
        {
            branch.AddRange(branch[i].Sources
                .Where(source => source is { IsNeeded: false } && !branch.Contains(source) && source.Readers.All(branch.Contains))
                .Select(static source => source!));
        }

        string title = branch.Count == 1 ? $"Remove [{end.Attribute.Name}]" : $"Remove the {Words.Text(branch.Count)} layers of this branch";
        return branch.TrueForAll(static layer => layer.IsOnModel)
            ? [new Fix(title, branch.Select(static layer => Edit.Remove(layer.Attribute.Index)).ToArray())]
            : [];
    }
}
