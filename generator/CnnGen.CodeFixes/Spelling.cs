using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.CodeFixes;

/// <summary>The names of the language as they must be written where there is no <c>using CnnGen</c>, or where another type has the name.</summary>
internal sealed class Spelling
{
    private const string Library = "CnnGen";
    private const string Qualifier = "global::CnnGen.";

    private readonly SemanticModel _model;

    public Spelling(SemanticModel model) => _model = model;

    /// <summary>An attribute without brackets: <c>Conv2D(8, 1, Padding = Pad.Same)</c>.</summary>
    public string Attribute(string text, int position)
    {
        const string Start = "[";
        AttributeSyntax attribute = SyntaxFactory.ParseCompilationUnit($"{Start}{text}] class C {{ }}")
            .DescendantNodes().OfType<AttributeSyntax>().First();
        IEnumerable<int> places = EnumNames(attribute, position).Select(static name => name.SpanStart - Start.Length);
        string name = attribute.Name.GetFirstToken().ValueText;
        return Insert(text, IsKnown(name, position) || IsKnown(name + "Attribute", position) ? places : places.Append(0));
    }

    /// <summary>An argument's value: <c>Pad.Same</c>.</summary>
    public string Value(string text, int position) =>
        Insert(text, EnumNames(SyntaxFactory.ParseExpression(text), position).Select(static name => name.SpanStart));

    private IEnumerable<IdentifierNameSyntax> EnumNames(SyntaxNode node, int position) => node.DescendantNodesAndSelf()
        .OfType<MemberAccessExpressionSyntax>()
        .Select(static access => access.Expression)
        .OfType<IdentifierNameSyntax>()
        .Where(name => !IsKnown(name.Identifier.ValueText, position));

    private bool IsKnown(string name, int position) => _model.LookupNamespacesAndTypes(position, name: name)
        .Any(static symbol => symbol.ContainingNamespace is { Name: Library, ContainingNamespace.IsGlobalNamespace: true });

    private static string Insert(string text, IEnumerable<int> places) => SourceText.From(text)
        .WithChanges(places.OrderBy(static place => place).Select(static place => new TextChange(new TextSpan(place, 0), Qualifier)))
        .ToString();
}
