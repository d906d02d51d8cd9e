using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnGen;

/// <summary>Guesses what a mistyped name was meant to be.</summary>
/// <remarks>The generator and the samples link this file; hence plain C# that also compiles for .NET Standard 2.0.</remarks>
internal static class NearestName
{
    /// <summary>
    /// The first candidate that contains the name, else the one with the fewest typing mistakes, or null if none is near enough
    /// to be a guess.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        List<string> all = candidates.ToList();
        if (name.Length > 0 && all.Find(candidate => candidate.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0) is { } containing)
        {
            return containing;
        }

        return all
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(guess => guess.Distance <= Math.Max(name.Length, guess.Name.Length) / 2)
            .OrderBy(static guess => guess.Distance)
            .FirstOrDefault().Name;
    }

    // Levenshtein's distance with one row of memory.
    private static int Distance(string a, string b)
    {
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
