using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Emission;

/// <summary>The names of generated files: the full metadata name, unique without regard to case.</summary>
internal static class HintNames
{
    /// <summary>The metadata names whose files would be named alike but for case: file systems, and Roslyn, take them for the same.</summary>
    public static EquatableArray<string> Clashes(IEnumerable<string> metadataNames) => metadataNames
        .GroupBy(Safe, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Count() > 1)
        .SelectMany(static group => group)
        .OrderBy(static name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <returns><see langword="null"/> for a name that two types have, which the compiler refuses.</returns>
    public static string? Of(string metadataName, EquatableArray<string> clashes) =>
        clashes.Count(name => name == metadataName) switch
        {
            0 => $"{Safe(metadataName)}.g.cs",
            1 => $"{Safe(metadataName)}.{Mark(metadataName)}.g.cs",
            _ => null,
        };

    // Roslyn takes letters, digits and some signs, but an identifier may also hold combining and formatting characters.
    private static string Safe(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c) || c is '.' or '_' or '`')
            {
                text.Append(c);
            }
            else if (c == '+')
            {
                text.Append('.');
            }
            else
            {
                text.Append('-').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    // Where the capitals and the nested types are: the same for every run, and different for names that differ in nothing else.
    private static string Mark(string name) =>
        string.Concat(name.Select(static c => c == '+' ? '2' : char.IsUpper(c) ? '1' : '0'));
}
