using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.CodeFixes;

/// <summary>Attributes and their arguments as text: each on its own line, or several in one pair of brackets, as the author has them.</summary>
internal sealed class AttributeLayout
{
    private readonly SourceText _text;

    public AttributeLayout(SourceText text) => _text = text;

    /// <summary>A new attribute in front of one.</summary>
    public TextChange Above(AttributeSyntax attribute, string added)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return Insert(attribute.SpanStart, $"{added}, ");
        }

        return Indentation(list) is { } indentation
            ? Insert(list.SpanStart, $"[{added}]{LineBreak(list)}{indentation}")
            : Insert(list.SpanStart, $"[{added}] ");
    }

    /// <summary>A new attribute behind one.</summary>
    public TextChange Below(AttributeSyntax attribute, string added)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return Insert(attribute.Span.End, $", {added}");
        }

        return Indentation(list) is { } indentation && EndsLine(list)
            ? Insert(LineOf(list.Span.End).End, $"{LineBreak(list)}{indentation}[{added}]")
            : Insert(list.Span.End, $" [{added}]");
    }

    /// <summary>Without an attribute, and without the line that it leaves empty.</summary>
    public TextChange Remove(AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return RemoveOf(list.Attributes, attribute);
        }

        TextSpan span = Indentation(list) is not null && EndsLine(list)
            ? TextSpan.FromBounds(LineOf(list.SpanStart).Start, LineOf(list.Span.End).EndIncludingLineBreak)
            : TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart);
        return new TextChange(span, "");
    }

    /// <summary>Without some arguments of one attribute; without parentheses if nothing is left.</summary>
    public static IEnumerable<TextChange> RemoveArguments(IReadOnlyCollection<AttributeArgumentSyntax> removed)
    {
        var list = (AttributeArgumentListSyntax)removed.First().Parent!;
        if (list.Arguments.All(removed.Contains))
        {
            yield return new TextChange(list.Span, "");
            yield break;
        }

        // The comma in front goes along; where nothing is left in front, the one behind.
        bool isFirst = true;
        for (int i = 0; i < list.Arguments.Count; i++)
        {
            if (!removed.Contains(list.Arguments[i]))
            {
                isFirst = false;
                continue;
            }

            yield return new TextChange(isFirst
                ? TextSpan.FromBounds(list.Arguments[i].SpanStart, list.Arguments[i + 1].SpanStart)
                : TextSpan.FromBounds(list.Arguments[i - 1].Span.End, list.Arguments[i].Span.End), "");
        }
    }

    /// <summary>With more arguments: those of the constructor in front of the first property, properties at the end.</summary>
    public static IEnumerable<TextChange> AddArguments(AttributeSyntax attribute, List<string> parameters, List<string> properties)
    {
        if (attribute.ArgumentList is not { Arguments.Count: > 0 } list)
        {
            TextSpan place = attribute.ArgumentList?.Span ?? new TextSpan(attribute.Name.Span.End, 0);
            yield return new TextChange(place, $"({string.Join(", ", parameters.Concat(properties))})");
            yield break;
        }

        AttributeArgumentSyntax? first = list.Arguments.FirstOrDefault(static argument => argument.NameEquals is not null);
        if (first is null)
        {
            properties = parameters.Concat(properties).ToList();
        }
        else if (parameters.Count > 0)
        {
            yield return Insert(first.SpanStart, string.Join(", ", parameters) + ", ");
        }

        if (properties.Count > 0)
        {
            yield return Insert(list.Arguments.Last().Span.End, ", " + string.Join(", ", properties));
        }
    }

    private static TextChange RemoveOf(SeparatedSyntaxList<AttributeSyntax> attributes, AttributeSyntax attribute)
    {
        int index = attributes.IndexOf(attribute);
        TextSpan span = index + 1 < attributes.Count
            ? TextSpan.FromBounds(attribute.SpanStart, attributes[index + 1].SpanStart)
            : TextSpan.FromBounds(attributes[index - 1].Span.End, attribute.Span.End);
        return new TextChange(span, "");
    }

    private static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    /// <summary>What stands in front of it on its line, if that is blank.</summary>
    private string? Indentation(AttributeListSyntax list)
    {
        string before = _text.ToString(TextSpan.FromBounds(LineOf(list.SpanStart).Start, list.SpanStart));
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }

    /// <summary>Whether nothing but a comment follows on its last line.</summary>
    private bool EndsLine(AttributeListSyntax list) =>
        list.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private string LineBreak(AttributeListSyntax list)
    {
        TextLine line = LineOf(list.SpanStart);
        string end = _text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return end.Length > 0 ? end : "\n";
    }

    private TextLine LineOf(int position) => _text.Lines.GetLineFromPosition(position);
}
