using System.Collections.Immutable;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>Holds comments that say a layer's shape to what it gives.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeCommentAnalyzer : ModelAnalyzer
{
    // Nobody can give an argument this name.
    private const string Comment = "//";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.ShapeComment);

    private protected override (EquatableArray<Problem> Problems, AttributePositions Positions)? Find(AnalyzedModel model)
    {
        if (model.Lines is not { } lines)
        {
            return null;
        }

        ShapeLine[] stale = lines.All.Where(lines.IsStale).ToArray();
        return (stale.Select(Problem).ToEquatableArray(), WithComments(lines.Positions, stale));
    }

    private static Problem Problem(ShapeLine line) => new(
        RuleIds.ShapeComment, new Anchor(line.Attribute, Comment), EquatableArray.Of(line.Comment!.Shapes, line.Name, line.Shapes))
    {
        Fixes = EquatableArray.Of(new Fix($"Write {line.Shapes}", Edit.WriteShape(line.Attribute, line.Shapes))),
    };

    // Comments are no part of the declaration, whose places nobody else looks for.
    private static AttributePositions WithComments(AttributePositions positions, ShapeLine[] lines)
    {
        AttributePosition[] attributes = positions.Attributes.ToArray();
        foreach (ShapeLine line in lines)
        {
            attributes[line.Attribute] = attributes[line.Attribute] with { Arguments = EquatableArray.Of(new ArgumentPosition(Comment, line.CommentPlace)) };
        }

        return positions with { Attributes = attributes.ToEquatableArray() };
    }
}
