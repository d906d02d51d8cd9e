using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Diagnostics;

/// <summary>The end of a line that an attribute ends on: where the shapes of its layers stand, or could.</summary>
/// <param name="Line">The line.</param>
/// <param name="Code">Where its code ends.</param>
/// <param name="Comment">The comment behind that; <see langword="null"/> for none.</param>
internal sealed record LineEnd(TextLine Line, int Code, TextSpan? Comment)
{
    /// <summary>How wide the code is.</summary>
    public int Width => Code - Line.Start;

    public string? CommentText => Comment is { } comment ? Line.Text!.ToString(comment) : null;

    /// <returns><see langword="null"/> where the line ends in something else than attributes, or in the midst of a text.</returns>
    public static LineEnd? Of(AttributeSyntax attribute, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(attribute.Span.End);
        SyntaxToken last = attribute.GetLastToken();
        for (SyntaxToken next = last.GetNextToken(); next.RawKind != 0 && next.SpanStart < line.End; next = next.GetNextToken())
        {
            if (next.Span.End > line.End || next.Parent?.FirstAncestorOrSelf<AttributeListSyntax>()?.Parent != attribute.Parent?.Parent)
            {
                return null;
            }

            last = next;
        }

        int code = last.TrailingTrivia.Where(static trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Select(static trivia => trivia.Span.End).DefaultIfEmpty(last.Span.End).Last();
        return code > line.End ? null : new LineEnd(line, code, last.TrailingTrivia
            .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(static trivia => (TextSpan?)trivia.Span)
            .FirstOrDefault());
    }
}
