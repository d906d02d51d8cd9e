using System.Globalization;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peer.Goals;

/// <summary>The comparison as Markdown: a row for each goal and network.</summary>
internal static class PeerTable
{
    public static string Text(IReadOnlyList<NetworkComparison> networks)
    {
        var sides = networks[0].Theirs.Prepend(networks[0].Ours).Select(side => side.Library).ToArray();
        return string.Join('\n',
        [
            Line(["what", "network", .. sides, "ratio", "goal", "met"]),
            Line(["-", "-", .. sides.Select(_ => "-:"), "-:", "-:", "-"]),
            .. from goal in AllGoals.List
               from network in networks
               let answer = goal.Ask(network)
               where answer is not null
               select Row(goal, network.Network, answer),
        ]);
    }

    private static string Row(Goal goal, NetworkEntry network, Answer answer) => Line(
    [
        goal.What,
        string.Create(CultureInfo.InvariantCulture, $"{network.Number} {network.Name}"),
        .. answer.Theirs.Prepend(answer.Ours).Select(Number),
        answer.Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
        $"{(goal.AtMost ? "≤" : "≥")} {answer.Wanted.ToString("0.##", CultureInfo.InvariantCulture)}",
        answer.IsMet ? "yes" : "**no**",
    ]);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>Three digits or more.</summary>
    private static string Number(double? number) => number switch
    {
        null => "",
        0 => "0",
        < 10 => number.Value.ToString("0.00", CultureInfo.InvariantCulture),
        < 100 => number.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => number.Value.ToString("N0", CultureInfo.InvariantCulture),
    };
}
