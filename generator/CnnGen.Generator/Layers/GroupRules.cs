using System;
using System.Collections.Generic;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>Groups of channels that do not see each other.</summary>
internal static class GroupRules
{
    // A remedy names a few numbers of groups; larger ones need not be looked for.
    private const int MostGroups = 1024;

    /// <summary>Numbers of groups that would do.</summary>
    public static string Remedy(int channels, int filters)
    {
        var options = new List<string>();
        int most = Math.Min(Math.Min(channels, filters), MostGroups);
        for (int groups = 1; groups <= most && options.Count < 6; groups++)
        {
            if (channels % groups == 0 && filters % groups == 0)
            {
                options.Add(Words.Text(groups));
            }
        }

        return options.Count == 1 ? "Leave Groups out." : $"Use {Words.OneOf(options)} groups.";
    }
}
