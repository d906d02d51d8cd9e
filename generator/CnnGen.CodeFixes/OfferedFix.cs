using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using Microsoft.CodeAnalysis;

namespace CnnGen.CodeFixes;

/// <summary>A fix as it arrived with a diagnostic.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="EquivalenceKey">Equal for fixes of one kind, whatever numbers they write: what is mended everywhere at once.</param>
/// <param name="Edits">What is done to the source.</param>
internal sealed record OfferedFix(string Title, string EquivalenceKey, IReadOnlyList<OfferedEdit> Edits)
{
    public static IEnumerable<OfferedFix> Of(Diagnostic diagnostic)
    {
        int place = 0;
        for (int fix = 0; diagnostic.Properties.TryGetValue(FixKeys.Title(fix), out string? title); fix++)
        {
            var edits = new List<OfferedEdit>();
            while (place < diagnostic.AdditionalLocations.Count && Edit(diagnostic, fix, edits.Count, place) is { } edit)
            {
                edits.Add(edit);
                place++;
            }

            // Shapes are written everywhere at once, however many layers a class has, and modifiers, however many parts.
            string kind = string.Join("+", edits
                .Where((edit, i) => i == 0 || edit.Kind is not (EditKind.WriteShape or EditKind.AddModifier or EditKind.RemoveModifier or EditKind.RemoveBaseClass))
                .Select(static edit => $"{edit.Kind} {edit.Argument}"));
            yield return new OfferedFix(title!, $"{diagnostic.Id}: {kind}", edits);
        }
    }

    private static OfferedEdit? Edit(Diagnostic diagnostic, int fix, int edit, int place)
    {
        if (!diagnostic.Properties.TryGetValue(FixKeys.Kind(fix, edit), out string? kind))
        {
            return null;
        }

        diagnostic.Properties.TryGetValue(FixKeys.Argument(fix, edit), out string? argument);
        return new OfferedEdit(
            (EditKind)Enum.Parse(typeof(EditKind), kind), diagnostic.AdditionalLocations[place],
            SyntaxPath.Parse(diagnostic.Properties[FixKeys.Place(fix, edit)]!), argument, diagnostic.Properties[FixKeys.Text(fix, edit)]!);
    }
}

/// <summary>One change of the source.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="File">A place in the file, as it was when the diagnostic was made.</param>
/// <param name="Place">The argument, the attribute or the class.</param>
/// <param name="Argument">The argument's name. Where it is not written yet, the place is its attribute's.</param>
/// <param name="Text">The new code.</param>
internal sealed record OfferedEdit(EditKind Kind, Location File, SyntaxPath Place, string? Argument, string Text);
