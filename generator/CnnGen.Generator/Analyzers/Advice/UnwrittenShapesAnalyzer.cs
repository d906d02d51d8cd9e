using System.Collections.Immutable;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;
using CnnGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>
/// Lets an editor offer "write the shapes beside the layers" on a class: nothing is shown, but the fix is there. A project that wants them
/// on all its models raises the rule's severity, and <c>dotnet format analyzers</c> writes them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnwrittenShapesAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.UnwrittenShapes);

    private protected override (EquatableArray<Problem> Problems, AttributePositions Positions)? Find(AnalyzedModel model)
    {
        if (model.Lines is not { } lines)
        {
            return null;
        }

        // Those that are right already are lined up with the others.
        ShapeLine[] free = lines.All.Where(lines.IsFree).ToArray();
        if (!free.Any(line => line.End.Comment is null || lines.IsStale(line)))
        {
            return null;
        }

        var problem = new Problem(RuleIds.UnwrittenShapes, Anchor.Class, EquatableArray.Of(lines.ClassName))
        {
            Fixes = EquatableArray.Of(new Fix(
                "Write the shapes beside the layers", free.Select(static line => Edit.WriteShape(line.Attribute, line.Shapes)).ToArray())),
        };
        return (EquatableArray.Of(problem), lines.Positions);
    }
}
