using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>
/// Finds what works but is hardly meant. It speaks of models without errors only: what is wrong in others may come from the error.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AdviceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Advice;

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

        foreach (Diagnostic diagnostic in Reports.Of(Advisor.Advise(model), model.Positions))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
