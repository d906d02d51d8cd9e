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
/// Lets an editor offer "state the shape here" on every layer: nothing is shown, but the fix is there. The compiler's command line
/// leaves out analyzers that only hide.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeHereAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.ShapeHere);

    private protected override (EquatableArray<Problem> Problems, AttributePositions Positions)? Find(AnalyzedModel analyzed)
    {
        if (analyzed.Advised is not { } model)
        {
            return null;
        }

        // A block's layers have their place in the block, whose shapes differ from use to use.
        EquatableArray<Problem> statable = model.Layers
            .Where(layer => layer.IsOnModel && !model.IsStated(layer))
            .Select(static layer => layer.Advise(
                RuleIds.ShapeHere, null,
                [new Fix("State the shape here", Edit.InsertBelow(layer.Attribute.Index, $"Expect({layer.Node.Output.Join(", ")})"))],
                layer.Node.Name, layer.Node.Output.Text))
            .ToEquatableArray();
        return (statable, model.Positions);
    }
}
