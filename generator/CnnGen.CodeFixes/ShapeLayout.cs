using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.CodeFixes;

/// <summary>Writes shapes behind lines of layers, one below the other. What else their author wrote there stays.</summary>
internal static class ShapeLayout
{
    // A line that is wider does not push all others to the right.
    private const int WidestAligned = 100;

    /// <param name="shapes">The last attribute of each line, and the shapes of the line.</param>
    /// <param name="text">The file.</param>
    public static IEnumerable<TextChange> Write(IReadOnlyList<(AttributeSyntax Attribute, string Shapes)> shapes, SourceText text)
    {
        var lines = shapes
            .Select(line => (End: LineEnd.Of(line.Attribute, text)!, line.Shapes))
            .Where(static line => line.End is not null && IsFree(line.End))
            .ToList();
        int column = lines
            .SelectMany(static line => new[] { line.End.Width + 1, line.End.Comment?.Start - line.End.Line.Start ?? 0 })
            .Where(static column => column <= WidestAligned)
            .DefaultIfEmpty(0)
            .Max();
        return lines.Select(line => Write(line.End, line.Shapes, column)).Where(change => text.ToString(change.Span) != change.NewText);
    }

    // It may have been written since.
    private static bool IsFree(LineEnd line) => line.CommentText is not { } comment || ShapeComment.Parse(comment) is not null;

    private static TextChange Write(LineEnd line, string shapes, int column)
    {
        string gap = new(' ', Math.Max(1, column - line.Width));
        string comment = line.CommentText is { } old ? ShapeComment.Parse(old)!.With(shapes) : $"// {shapes}";
        return new TextChange(TextSpan.FromBounds(line.Code, line.Line.End), gap + comment);
    }
}
