using System.Collections.Generic;
using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>An analyzer that looks at one model after the other, those in generated code left out.</summary>
public abstract class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    /// <summary>What is to be said of a model, and the places that it refers to; <see langword="null"/> for nothing.</summary>
    private protected abstract (EquatableArray<Problem> Problems, AttributePositions Positions)? Find(AnalyzedModel model);

    private void Check(SymbolAnalysisContext context)
    {
        if (AnalyzedModels.Of(context) is not { } model || Find(model) is not var (problems, positions))
        {
            return;
        }

        foreach (Diagnostic diagnostic in Reports.Of(problems, positions))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
