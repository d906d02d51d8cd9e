using System.Collections.Generic;
using System.Collections.Immutable;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>Writes fixes as a diagnostic carries them: texts and places as properties, files as additional locations.</summary>
internal sealed class FixWriter
{
    private readonly AttributePositions _positions;
    private readonly List<Location> _places = new();

    private readonly ImmutableDictionary<string, string?>.Builder _properties =
        ImmutableDictionary.CreateBuilder<string, string?>();

    public FixWriter(EquatableArray<Fix> fixes, AttributePositions positions)
    {
        _positions = positions;
        for (int fix = 0; fix < fixes.Count; fix++)
        {
            _properties[FixKeys.Title(fix)] = PrintableText.Of(fixes[fix].Title);
            for (int edit = 0; edit < fixes[fix].Edits.Count; edit++)
            {
                Write(fix, edit, fixes[fix].Edits[edit]);
            }
        }
    }

    public IEnumerable<Location> Places => _places;

    public ImmutableDictionary<string, string?> Properties => _properties.ToImmutable();

    private void Write(int fix, int place, Edit edit)
    {
        _properties[FixKeys.Kind(fix, place)] = edit.Kind.ToString();
        _properties[FixKeys.Text(fix, place)] = edit.Text;
        if (edit.Anchor.Argument is { } argument)
        {
            _properties[FixKeys.Argument(fix, place)] = argument.Split('|')[0];
        }

        Location location = _positions.Locate(edit.Anchor);
        _properties[FixKeys.Place(fix, place)] = SyntaxPath.Of(location.SourceTree!.GetRoot(), location.SourceSpan).Write();
        _places.Add(location);
    }
}
