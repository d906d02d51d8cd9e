using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.CodeFixes;

/// <summary>
/// Takes some items out of a list with commas, of which others stay: attributes in one pair of brackets, arguments, base types. What
/// stays keeps its lines and its comments; of what goes, a comment behind it on a line of its own goes too.
/// </summary>
internal sealed class ListRemoval
{
    private readonly SourceText _text;
    private readonly IReadOnlyList<SyntaxNode> _items;
    private readonly IReadOnlyList<SyntaxToken> _commas;

    private ListRemoval(SourceText text, IReadOnlyList<SyntaxNode> items, IReadOnlyList<SyntaxToken> commas)
    {
        _text = text;
        _items = items;
        _commas = commas;
    }

    /// <param name="text">The file.</param>
    /// <param name="list">The list.</param>
    /// <param name="removed">Some of it, but not all.</param>
    public static IEnumerable<TextChange> Of<T>(SourceText text, SeparatedSyntaxList<T> list, IReadOnlyCollection<T> removed)
        where T : SyntaxNode => new ListRemoval(text, list.ToList(), list.GetSeparators().ToList()).Changes(new HashSet<SyntaxNode>(removed));

    // Neighbours go as one. The comma behind goes along; where nothing is left behind, the one in front.
    private IEnumerable<TextChange> Changes(HashSet<SyntaxNode> removed)
    {
        for (int first = 0; first < _items.Count; first++)
        {
            if (!removed.Contains(_items[first]))
            {
                continue;
            }

            int last = first;
            while (last + 1 < _items.Count && removed.Contains(_items[last + 1]))
            {
                last++;
            }

            bool isEnd = last == _items.Count - 1 && first > 0;
            if (isEnd)
            {
                yield return new TextChange(_commas[first - 1].Span, "");
            }

            bool hasComma = !isEnd || last < _commas.Count;
            yield return new TextChange(Whole(_items[first].GetFirstToken(), hasComma ? _commas[last] : _items[last].GetLastToken(), isEnd), "");
            first = last;
        }
    }

    // With the lines that would be left empty, or else the blanks on one side.
    private TextSpan Whole(SyntaxToken first, SyntaxToken last, bool isEnd)
    {
        TextLine line = _text.Lines.GetLineFromPosition(first.SpanStart);
        bool beginsLine = IsBlank(line.Start, first.SpanStart);
        bool endsLine = last.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        SyntaxToken before = first.GetPreviousToken(), after = last.GetNextToken();
        if (beginsLine && endsLine)
        {
            return TextSpan.FromBounds(line.Start, _text.Lines.GetLineFromPosition(last.Span.End).EndIncludingLineBreak);
        }

        // Alone with the bracket on its line: what follows comes up to it.
        if (endsLine && !isEnd && !IsComma(before))
        {
            return TextSpan.FromBounds(first.SpanStart, Skip(after.FullSpan.Start, after.SpanStart));
        }

        return isEnd || endsLine
            ? TextSpan.FromBounds(BlankBefore(before.Span.End, first.SpanStart), last.Span.End)
            : TextSpan.FromBounds(first.SpanStart, Skip(last.Span.End, after.SpanStart));
    }

    private static bool IsComma(SyntaxToken token) => token.IsKind(SyntaxKind.CommaToken);

    private bool IsBlank(int start, int end) => Skip(start, end) == end;

    /// <summary>The first place that is not blank.</summary>
    private int Skip(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>Where the blanks begin that end here, on the same line.</summary>
    private int BlankBefore(int start, int end)
    {
        while (end > start && _text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        return end;
    }
}
