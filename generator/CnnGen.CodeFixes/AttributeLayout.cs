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

    /// <summary>Without some attributes of a class, and without the brackets and lines that they leave empty.</summary>
    public IEnumerable<TextChange> Remove(IReadOnlyCollection<AttributeSyntax> removed)
    {
        var empty = new List<AttributeListSyntax>();
        foreach (var group in removed.GroupBy(static attribute => (AttributeListSyntax)attribute.Parent!).OrderBy(static group => group.Key.SpanStart))
        {
            if (group.Key.Attributes.All(group.Contains))
            {
                empty.Add(group.Key);
                continue;
            }

            foreach (TextChange change in ListRemoval.Of(_text, group.Key.Attributes, [.. group]))
            {
                yield return change;
            }
        }

        // Those that stand side by side go as one.
        for (int first = 0; first < empty.Count; first++)
        {
            int last = first;
            while (last + 1 < empty.Count && !EndsLine(empty[last]) && empty[last].GetLastToken().GetNextToken() == empty[last + 1].GetFirstToken())
            {
                last++;
            }

            yield return new TextChange(Whole(empty[first], empty[last]), "");
            first = last;
        }
    }

    // With the lines that would be left empty, or else the blanks on one side.
    private TextSpan Whole(AttributeListSyntax first, AttributeListSyntax last)
    {
        if (!EndsLine(last))
        {
            return TextSpan.FromBounds(first.SpanStart, last.GetLastToken().GetNextToken().SpanStart);
        }

        if (Indentation(first) is not null)
        {
            return TextSpan.FromBounds(LineOf(first.SpanStart).Start, LineOf(last.Span.End).EndIncludingLineBreak);
        }

        string before = _text.ToString(TextSpan.FromBounds(LineOf(first.SpanStart).Start, first.SpanStart));
        return TextSpan.FromBounds(first.SpanStart - (before.Length - before.TrimEnd().Length), last.Span.End);
    }

    /// <summary>Without some arguments of one attribute; without parentheses if nothing is left.</summary>
    public IEnumerable<TextChange> RemoveArguments(AttributeArgumentListSyntax list, IReadOnlyCollection<AttributeArgumentSyntax> removed) =>
        list.Arguments.All(removed.Contains) ? [new TextChange(list.Span, "")] : ListRemoval.Of(_text, list.Arguments, removed);

    /// <summary>With more arguments: those of the constructor in front of the first property, properties at the end.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="parameters">Arguments of the constructor.</param>
    /// <param name="properties">Those with a name in front.</param>
    /// <param name="removed">Arguments that go at the same time.</param>
    public static IEnumerable<TextChange> AddArguments(
        AttributeSyntax attribute, List<string> parameters, List<string> properties, IReadOnlyCollection<AttributeArgumentSyntax> removed)
    {
        List<AttributeArgumentSyntax> kept = attribute.ArgumentList?.Arguments.Where(argument => !removed.Contains(argument)).ToList() ?? [];
        if (kept.Count == 0)
        {
            TextSpan place = attribute.ArgumentList?.Span ?? new TextSpan(attribute.Name.Span.End, 0);
            yield return new TextChange(place, $"({string.Join(", ", parameters.Concat(properties))})");
            yield break;
        }

        int first = kept.FindIndex(static argument => argument.NameEquals is not null);
        if (first < 0)
        {
            properties = parameters.Concat(properties).ToList();
        }
        else if (parameters.Count > 0)
        {
            yield return Insert(kept[first].SpanStart, string.Join(", ", parameters) + ", ");
        }

        if (properties.Count > 0)
        {
            yield return Insert(kept[kept.Count - 1].Span.End, ", " + string.Join(", ", properties));
        }
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
