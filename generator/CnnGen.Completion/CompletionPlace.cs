using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Completion;

/// <summary>What is being written where the caret stands.</summary>
internal enum CompletionKind
{
    /// <summary>An attribute.</summary>
    Layer,

    /// <summary>The name of a layer or an input, as text.</summary>
    Name,

    /// <summary>The data set of [Training].</summary>
    Data,
}

/// <summary>A place among a class's attributes at which something can be offered.</summary>
/// <param name="Kind">What is written there.</param>
/// <param name="Type">The class.</param>
/// <param name="Attribute">The attribute that is written; <see langword="null"/> where there is no letter of it.</param>
/// <param name="Span">What the offer replaces.</param>
/// <param name="IsQuoted">Whether the quotes are there already.</param>
/// <param name="IsFrom">Whether it is the value of From, and no other name that the attribute takes.</param>
internal sealed record CompletionPlace(
    CompletionKind Kind, TypeDeclarationSyntax Type, AttributeSyntax? Attribute, TextSpan Span, bool IsQuoted = false, bool IsFrom = false)
{
    private const string From = "From";

    /// <summary>The attribute's name as it is written.</summary>
    public string Name => Attribute is null ? "" : NameOf(Attribute.Name);

    /// <summary>Where the attribute begins.</summary>
    public int Start => Attribute is { Name.IsMissing: false } ? Attribute.SpanStart : Span.Start;

    /// <returns><see langword="null"/> for any other place.</returns>
    public static CompletionPlace? Find(SyntaxNode root, int position)
    {
        SyntaxToken token = root.FindToken(position);
        if (position <= token.SpanStart)
        {
            token = token.GetPreviousToken();
        }

        if (token.Parent?.FirstAncestorOrSelf<AttributeListSyntax>() is not { Parent: TypeDeclarationSyntax type } list)
        {
            return null;
        }

        return token.Parent is AttributeListSyntax ? InList(token, type, list, position)
            : token.Parent!.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? InAttribute(token, type, attribute, position)
            : null;
    }

    // Behind a bracket or a comma an attribute begins that has no letters yet.
    private static CompletionPlace? InList(SyntaxToken token, TypeDeclarationSyntax type, AttributeListSyntax list, int position) =>
        token.RawKind is (int)SyntaxKind.OpenBracketToken or (int)SyntaxKind.CommaToken
            && list.Attributes.FirstOrDefault(candidate => candidate.SpanStart >= token.Span.End) is null or { Name.IsMissing: true }
            ? new CompletionPlace(CompletionKind.Layer, type, null, new TextSpan(position, 0))
            : null;

    private static CompletionPlace? InAttribute(SyntaxToken token, TypeDeclarationSyntax type, AttributeSyntax attribute, int position)
    {
        if (token.Parent is SimpleNameSyntax name && name == attribute.Name && attribute.ArgumentList is null && token == name.Identifier)
        {
            return new CompletionPlace(CompletionKind.Layer, type, attribute, token.Span);
        }

        if (token.Parent?.FirstAncestorOrSelf<TypeArgumentListSyntax>() is not null)
        {
            TextSpan span = token.IsKind(SyntaxKind.LessThanToken) ? new TextSpan(position, 0) : token.Span;
            return NameOf(attribute.Name) == "Training" ? new CompletionPlace(CompletionKind.Data, type, attribute, span) : null;
        }

        return token.IsKind(SyntaxKind.StringLiteralToken) ? InText(token, type, attribute, position) : Argument(token, type, attribute, position);
    }

    private static CompletionPlace? InText(SyntaxToken token, TypeDeclarationSyntax type, AttributeSyntax attribute, int position)
    {
        bool isClosed = token.Text.Length > 1 && token.Text[token.Text.Length - 1] == '"';
        int end = isClosed ? token.Span.End - 1 : position;
        AttributeArgumentSyntax? argument = token.Parent!.FirstAncestorOrSelf<AttributeArgumentSyntax>();
        return token.Text[0] == '"' && position > token.SpanStart && position <= end && argument is not null && TakesName(attribute, argument.NameEquals)
            ? new CompletionPlace(CompletionKind.Name, type, attribute, TextSpan.FromBounds(token.SpanStart + 1, end), IsQuoted: true, argument.NameEquals is not null)
            : null;
    }

    // Where an argument is to be written, and no letter of it is.
    private static CompletionPlace? Argument(SyntaxToken token, TypeDeclarationSyntax type, AttributeSyntax attribute, int position)
    {
        bool isName = token.Parent switch
        {
            NameEqualsSyntax equals => token == equals.EqualsToken && TakesName(attribute, equals),
            AttributeArgumentListSyntax => token.RawKind is (int)SyntaxKind.OpenParenToken or (int)SyntaxKind.CommaToken && TakesName(attribute, null),
            _ => false,
        };
        return isName ? new CompletionPlace(CompletionKind.Name, type, attribute, new TextSpan(position, 0), IsFrom: token.Parent is NameEqualsSyntax) : null;
    }

    private static bool TakesName(AttributeSyntax attribute, NameEqualsSyntax? argument) => argument is not null
        ? argument.Name.Identifier.ValueText == From
        : NameOffers.AreTakenBy(NameOf(attribute.Name));

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
