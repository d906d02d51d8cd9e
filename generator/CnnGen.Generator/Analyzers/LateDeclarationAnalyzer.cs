using System.Collections.Immutable;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Models;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers;

/// <summary>
/// Finds models whose attributes or constants come from another generator. While generators run they do not see each other's output, and
/// what is unknown then is taken for a slip that the compiler reports; it does not, and a class that can only throw would be all there is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LateDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Rules.LateDeclaration);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var symbol = (INamedTypeSymbol)context.Symbol;
        var parts = new OwnParts(symbol, context.CancellationToken);
        if (!parts.Generated.Any(StubEmitter.IsSilent)
            || ModelReader.Read(symbol, (CSharpCompilation)context.Compilation, context.CancellationToken) is not { } reading
            || reading.Declaration.Attributes.Any(IsUnknown))
        {
            return;
        }

        // Without problems and unsound, it uses a model that is told of.
        CheckedModel model = ModelBuilder.Check(reading.Declaration);
        if (model.IsSound || model.Problems.Count > 0)
        {
            var problem = new Problem(RuleIds.LateDeclaration, Anchor.Class, EquatableArray.Of(symbol.Name));
            context.ReportDiagnostic(Reports.Of(EquatableArray.Of(problem), reading.Positions)[0]);
        }
    }

    // Of those the compiler knows.
    private static bool IsUnknown(AttributeDeclaration attribute) =>
        attribute.IsBroken || (attribute.Used?.Attributes.Any(IsUnknown) ?? false);
}
