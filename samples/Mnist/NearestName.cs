namespace CnnGen.Samples.Mnist;

/// <summary>Guesses what a mistyped name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>
    /// The first candidate that contains the name, else the one with the fewest typing mistakes, or null if none is near enough
    /// to be a guess.
    /// </summary>
    public static string? Of(string name, IReadOnlyCollection<string> candidates)
    {
        if (candidates.FirstOrDefault(candidate => candidate.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } containing)
        {
            return containing;
        }

        var (nearest, distance) = candidates
            .Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .MinBy(pair => pair.distance);
        return distance <= Math.Max(name.Length, nearest.Length) / 2 ? nearest : null;
    }

    // Levenshtein's distance with one row of memory.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
