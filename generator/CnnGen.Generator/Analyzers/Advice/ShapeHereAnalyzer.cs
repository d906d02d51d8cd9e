using System.Collections.Immutable;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>
/// Lets an editor offer "state the shape here" on every layer: nothing is shown, but the fix is there. The compiler's command line
/// leaves out analyzers that only hide.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeHereAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.ShapeHere);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        if (AdvisedModel.Read(context) is not { } model)
        {
            return;
        }

        // A block's layers have their place in the block, whose shapes differ from use to use.
        EquatableArray<Problem> statable = model.Layers
            .Where(layer => layer.IsOnModel && !model.IsStated(layer))
            .Select(static layer => layer.Advise(
                RuleIds.ShapeHere, null,
                [new Fix("State the shape here", Edit.InsertBelow(layer.Attribute.Index, $"Expect({layer.Node.Output.Join(", ")})"))],
                layer.Node.Name, layer.Node.Output.Text))
            .ToEquatableArray();
        foreach (Diagnostic diagnostic in Reports.Of(statable, model.Positions))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
