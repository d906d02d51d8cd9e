using System.Collections.Generic;
using System.Collections.Immutable;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>Writes mends as a diagnostic carries them: texts as properties, places as additional locations.</summary>
internal sealed class MendWriter
{
    private readonly AttributePositions _positions;
    private readonly List<Location> _places = new();

    private readonly ImmutableDictionary<string, string?>.Builder _properties =
        ImmutableDictionary.CreateBuilder<string, string?>();

    public MendWriter(EquatableArray<Mend> mends, AttributePositions positions)
    {
        _positions = positions;
        for (int mend = 0; mend < mends.Count; mend++)
        {
            _properties[MendKeys.Title(mend)] = PrintableText.Of(mends[mend].Title);
            for (int edit = 0; edit < mends[mend].Edits.Count; edit++)
            {
                Write(mend, edit, mends[mend].Edits[edit]);
            }
        }
    }

    public IEnumerable<Location> Places => _places;

    public ImmutableDictionary<string, string?> Properties => _properties.ToImmutable();

    private void Write(int mend, int place, Edit edit)
    {
        _properties[MendKeys.Kind(mend, place)] = edit.Kind.ToString();
        _properties[MendKeys.Text(mend, place)] = edit.Text;
        if (edit.Anchor.Argument is { } argument)
        {
            _properties[MendKeys.Argument(mend, place)] = argument.Split('|')[0];
        }

        _places.Add(_positions.Locate(edit.Anchor));
    }
}
