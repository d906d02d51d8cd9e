using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

/// <summary>What is wrong inside of blocks, as it is told at their uses.</summary>
internal sealed class BlockProblems
{
    private readonly HashSet<(string Id, EquatableArray<string> Arguments)> _told = new();

    /// <summary>What to tell at a use: what is wrong in a block whatever the use gives was told at the first of them.</summary>
    public IEnumerable<Problem> Tell(IReadOnlyList<Problem> found)
    {
        List<Problem> news = found.Where(problem => problem.IsOfUse || !_told.Contains(Words(problem))).Select(WithoutFixes).ToList();
        _told.UnionWith(found.Select(Words));
        return news;
    }

    // A fix would be done to the [Use], and a block that is wrong here may be right elsewhere.
    private static Problem WithoutFixes(Problem problem) => problem.Id == RuleIds.BlockArgument ? problem : problem with { Fixes = default };

    // All but the layer, whose number depends on the use.
    private static (string Id, EquatableArray<string> Arguments) Words(Problem problem) =>
        (problem.Id, problem.Arguments.Skip(1).ToEquatableArray());
}
