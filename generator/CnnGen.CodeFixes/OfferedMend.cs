using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CnnGen.CodeFixes;

/// <summary>A mend as it arrived with a diagnostic.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="EquivalenceKey">Equal for mends of one kind, whatever numbers they write: what is mended everywhere at once.</param>
/// <param name="Edits">What is done to the source.</param>
internal sealed record OfferedMend(string Title, string EquivalenceKey, IReadOnlyList<OfferedEdit> Edits)
{
    public static IEnumerable<OfferedMend> Of(Diagnostic diagnostic)
    {
        int place = 0;
        for (int mend = 0; diagnostic.Properties.TryGetValue(MendKeys.Title(mend), out string? title); mend++)
        {
            var edits = new List<OfferedEdit>();
            while (place < diagnostic.AdditionalLocations.Count && Edit(diagnostic, mend, edits.Count, place) is { } edit)
            {
                edits.Add(edit);
                place++;
            }

            string kind = string.Join("+", edits.Select(static edit => $"{edit.Kind} {edit.Argument}"));
            yield return new OfferedMend(title!, $"{diagnostic.Id}: {kind}", edits);
        }
    }

    private static OfferedEdit? Edit(Diagnostic diagnostic, int mend, int edit, int place)
    {
        if (!diagnostic.Properties.TryGetValue(MendKeys.Kind(mend, edit), out string? kind))
        {
            return null;
        }

        diagnostic.Properties.TryGetValue(MendKeys.Argument(mend, edit), out string? argument);
        return new OfferedEdit(
            (EditKind)Enum.Parse(typeof(EditKind), kind), diagnostic.AdditionalLocations[place], argument,
            diagnostic.Properties[MendKeys.Text(mend, edit)]!);
    }
}

/// <summary>One change of the source.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Place">The argument, the attribute or the class.</param>
/// <param name="Argument">The argument's name. Where it is not written yet, the place is its attribute's.</param>
/// <param name="Text">The new code.</param>
internal sealed record OfferedEdit(EditKind Kind, Location Place, string? Argument, string Text);
