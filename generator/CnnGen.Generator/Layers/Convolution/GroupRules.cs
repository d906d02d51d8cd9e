using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Convolution;

/// <summary>Groups of channels that do not see each other.</summary>
internal static class GroupRules
{
    // A remedy names a few numbers of groups; larger ones need not be looked for.
    private const int MostGroups = 1024;

    /// <summary>Numbers of groups that would do.</summary>
    public static IReadOnlyList<int> Options(int channels, int filters)
    {
        var options = new List<int>();
        int most = Math.Min(Math.Min(channels, filters), MostGroups);
        for (int groups = 1; groups <= most && options.Count < 6; groups++)
        {
            if (channels % groups == 0 && filters % groups == 0)
            {
                options.Add(groups);
            }
        }

        return options;
    }

    public static string Remedy(IReadOnlyList<int> options) => options.Count == 1
        ? "Leave Groups out."
        : $"Use {Words.OneOf(options.Select(static groups => Words.Text(groups)))} groups.";

    /// <summary>The two options that are nearest to a wrong number.</summary>
    public static IEnumerable<Fix> Fixes(int attribute, IReadOnlyList<int> options, int wrong) => options
        .OrderBy(option => Math.Abs(option - (long)wrong))
        .Take(2)
        .Select(option => option == 1
            ? new Fix("Leave Groups out", Edit.Unset(attribute, "Groups"))
            : new Fix($"Write Groups = {Words.Text(option)}", Edit.Set(attribute, "Groups", Words.Text(option))));
}
