using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CnnGen.Generator;
using CnnGen.Generator.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.CodeFixes.Tests;

/// <summary>What the generator reports, as an analyzer: Roslyn's tests of code fixes know no other source of diagnostics.</summary>
// It is never loaded by a compiler.
#pragma warning disable RS1001, RS1036, RS1038
internal sealed class ReportedByGenerator : DiagnosticAnalyzer
{
    private static readonly ConditionalWeakTable<Compilation, GeneratorDriverRunResult> s_runs = [];

    // Only ids are compared with these. Two of the rules are analyzers'.
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        .. typeof(RuleIds).GetFields()
            .Select(static field => (string)field.GetRawConstantValue()!)
            .Where(static id => string.CompareOrdinal(id, "CNN300") < 0 && id is not (RuleIds.StrayAttribute or RuleIds.LateDeclaration))
            .Select(static id => new DiagnosticDescriptor(id, id, id, "CnnGen", DiagnosticSeverity.Error, isEnabledByDefault: true)),
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        // File by file, as editors fix only what is reported where it stands.
        context.RegisterSemanticModelAction(static file =>
        {
            foreach (Diagnostic diagnostic in s_runs.GetValue(file.SemanticModel.Compilation, Run).Diagnostics)
            {
                if (diagnostic.Location.SourceTree == file.SemanticModel.SyntaxTree)
                {
                    file.ReportDiagnostic(diagnostic);
                }
            }
        });
    }

    private static GeneratorDriverRunResult Run(Compilation compilation) => CSharpGeneratorDriver
        .Create([new CnnGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
        .RunGenerators(compilation)
        .GetRunResult();
}
