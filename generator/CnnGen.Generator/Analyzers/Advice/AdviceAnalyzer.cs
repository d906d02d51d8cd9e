using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>
/// Finds what works but is hardly meant. It speaks of models without errors only: what is wrong in others may come from the error.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AdviceAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Advice;

    private protected override (EquatableArray<Problem> Problems, AttributePositions Positions)? Find(AnalyzedModel analyzed) =>
        analyzed.Advised is { } model ? (Advisor.Advise(model), model.Positions) : null;
}
