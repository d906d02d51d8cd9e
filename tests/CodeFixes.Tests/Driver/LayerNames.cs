using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.CodeFixes.Tests;

/// <summary>Gives all layers of a source other names, and writes these wherever the old ones stood.</summary>
internal sealed class LayerNames : CSharpSyntaxRewriter
{
    private static readonly HashSet<string> s_layers =
    [
        .. typeof(LayerAttribute).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(static type => type.Name[..^nameof(Attribute).Length]),
    ];

    private readonly Dictionary<string, string> _names = [];
    private readonly string _name;
    private readonly bool _givesMissing;
    private int _given;

    private LayerNames(SyntaxNode root, string name)
    {
        _name = name;
        foreach (string old in root.DescendantNodes().OfType<AttributeSyntax>().Select(NameOf).OfType<string>().Distinct())
        {
            _names[old] = $"{name}{_names.Count}";
        }

        // A layer that is referred to by Keras's name keeps it.
        _givesMissing = root.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .All(literal => literal.Token.Value is not string text || text == "input" || _names.ContainsKey(text));
    }

    public static string Give(string source, string name)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, RunOptions.Default.Parse).GetRoot();
        return new LayerNames(root, name).Visit(root).ToFullString();
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) =>
        node.Token.Value is string text && _names.TryGetValue(text, out string? name) ? Literal(name).WithTriviaFrom(node) : node;

    public override SyntaxNode? VisitAttribute(AttributeSyntax node)
    {
        var attribute = (AttributeSyntax)base.VisitAttribute(node)!;
        return _givesMissing && s_layers.Contains(node.Name.ToString()) && NameOf(node) is null
            ? attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals("Name"), null, Literal($"{_name}of{_given++}")))
            : attribute;
    }

    private static string? NameOf(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments
        .FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name")?.Expression is LiteralExpressionSyntax literal
            ? literal.Token.Value as string
            : null;

    private static LiteralExpressionSyntax Literal(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
