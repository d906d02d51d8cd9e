using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Diagnostics;

/// <summary>
/// Where something stands in a file, by the class and the attribute that it is part of. A diagnostic is older than the text that its fix
/// changes, and arrives in another process without its syntax tree: this finds the place again.
/// </summary>
/// <param name="Class">The class with all that it is declared in.</param>
/// <param name="Part">Its place among the parts of the class in this file.</param>
/// <param name="Attribute">The attribute's place on that part; -1 for the class itself.</param>
/// <param name="Start">What it begins behind, from the attribute's first letter on.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Source">The attribute as it is written.</param>
internal sealed record SyntaxPath(string Class, int Part, int Attribute, int Start, int Length, string Source)
{
    private const char Separator = '|';
    private const int OnClass = -1;

    // A model of hundreds of layers can have a fix on each of them.
    private static readonly ConditionalWeakTable<TypeDeclarationSyntax, TypePlace> s_places = new();

    public static SyntaxPath Of(SyntaxNode root, TextSpan span)
    {
        SyntaxNode node = root.FindToken(span.Start).Parent!;
        TypeDeclarationSyntax type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        TypePlace place = s_places.GetValue(type, type => new TypePlace(type, root));
        return node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
            ? new SyntaxPath(
                place.Name, place.Part, place.IndexOf(attribute), span.Start - attribute.SpanStart, span.Length, attribute.ToString())
            : new SyntaxPath(place.Name, place.Part, OnClass, 0, 0, "");
    }

    /// <summary>The place in a text that may have changed; <see langword="null"/> if it is no longer there.</summary>
    public TextSpan? Find(SyntaxNode root)
    {
        if (PartsOf(Class, root).ElementAtOrDefault(Part) is not { } type)
        {
            return null;
        }

        return Attribute == OnClass ? type.Identifier.Span
            : FindAttribute(AttributesOf(type)) is { } attribute ? new TextSpan(attribute.SpanStart + Start, Length)
            : null;
    }

    // The attribute itself must not have changed. If others have come or gone above it, it must be the only one of its text.
    private AttributeSyntax? FindAttribute(List<AttributeSyntax> attributes)
    {
        if (attributes.ElementAtOrDefault(Attribute) is { } same && same.ToString() == Source)
        {
            return same;
        }

        List<AttributeSyntax> alike = attributes.FindAll(attribute => attribute.ToString() == Source);
        return alike.Count == 1 ? alike[0] : null;
    }

    private static List<AttributeSyntax> AttributesOf(TypeDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(static list => list.Attributes).ToList();

    private static List<TypeDeclarationSyntax> PartsOf(string name, SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<TypeDeclarationSyntax>()
        .Where(type => NameOf(type) == name)
        .ToList();

    private static string NameOf(TypeDeclarationSyntax type) => string.Join(".", type.AncestorsAndSelf().Reverse().Select(static node => node switch
    {
        BaseNamespaceDeclarationSyntax container => container.Name.ToString(),
        TypeDeclarationSyntax { TypeParameterList.Parameters.Count: var count } generic => $"{generic.Identifier.ValueText}`{count}",
        TypeDeclarationSyntax plain => plain.Identifier.ValueText,
        _ => null,
    }).Where(static name => name is not null));

    /// <summary>As one text, which <see cref="Parse"/> reads.</summary>
    public string Write() => string.Join(
        Separator.ToString(), Class, Number(Part), Number(Attribute), Number(Start), Number(Length), Source);

    public static SyntaxPath Parse(string text)
    {
        // The attribute's text, at the end, may have any letter.
        string[] parts = text.Split(new[] { Separator }, 6);
        return new SyntaxPath(parts[0], Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4]), parts[5]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A class in its file, and the places of the attributes on it.</summary>
    private sealed class TypePlace
    {
        private readonly Dictionary<AttributeSyntax, int> _attributes;

        public TypePlace(TypeDeclarationSyntax type, SyntaxNode root)
        {
            Name = NameOf(type);
            Part = PartsOf(Name, root).IndexOf(type);
            _attributes = AttributesOf(type).Select(static (attribute, place) => (attribute, place)).ToDictionary(static pair => pair.attribute, static pair => pair.place);
        }

        public string Name { get; }

        public int Part { get; }

        public int IndexOf(AttributeSyntax attribute) => _attributes.TryGetValue(attribute, out int index) ? index : OnClass;
    }
}
