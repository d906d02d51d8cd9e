using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Reading;

/// <summary>
/// Where the parts of a declaration stand. Kept apart from <see cref="ModelDeclaration"/>, so that moved text changes no model,
/// and with the syntax tree, because <c>#pragma warning disable</c> works only on locations inside a tree.
/// </summary>
/// <param name="Class">The name of the class.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Members">Those of its members that <see cref="ClassDeclaration.Members"/> has.</param>
/// <param name="Parts">The names of the parts that <see cref="ClassDeclaration.Parts"/> has.</param>
internal sealed record AttributePositions(
    Position Class, EquatableArray<AttributePosition> Attributes, EquatableArray<Position> Members, EquatableArray<Position> Parts)
{
    /// <summary>The most exact place that is known of an anchor: element, argument, attribute, member, part, class.</summary>
    public Location Locate(Anchor anchor)
    {
        if (anchor.Member is { } member && member < Members.Count)
        {
            return Members[member].ToLocation();
        }

        if (anchor.Part is { } part && part < Parts.Count)
        {
            return Parts[part].ToLocation();
        }

        if (anchor.Attribute < 0 || anchor.Attribute >= Attributes.Count)
        {
            return Class.ToLocation();
        }

        AttributePosition attribute = Attributes[anchor.Attribute];
        return (attribute.Find(anchor.Argument) ?? attribute.Whole).ToLocation();
    }
}

/// <summary>Where an attribute and its arguments stand.</summary>
internal sealed record AttributePosition(Position Whole, EquatableArray<ArgumentPosition> Arguments)
{
    /// <param name="argument">A name, an element's name such as <c>shape[1]</c>, or several names with '|' in between.</param>
    /// <returns>The place of the first that was written.</returns>
    public Position? Find(string? argument) => argument?
        .Split('|')
        .SelectMany(static name => new[] { name, name.Split('[')[0] })
        .Select(name => Arguments.FirstOrDefault(candidate => candidate.Name == name)?.Position)
        .FirstOrDefault(static position => position is not null);
}

/// <summary>Where an argument stands; an element of a list is named <c>shape[1]</c>.</summary>
internal sealed record ArgumentPosition(string Name, Position Position);

/// <summary>A span of a syntax tree.</summary>
internal sealed record Position(SyntaxTree Tree, TextSpan Span)
{
    public Location ToLocation() => Location.Create(Tree, Span);
}
