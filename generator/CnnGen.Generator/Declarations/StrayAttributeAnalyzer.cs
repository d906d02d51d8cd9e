using System.Collections.Immutable;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Declarations;

/// <summary>Finds layers on classes without [Model]: the generator is not asked about those.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrayAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Rules.StrayAttribute);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var attributes = context.Symbol.GetAttributes()
            .Select(static attribute => (Data: attribute, Kind: AttributeReader.KindOf(attribute.AttributeClass)))
            .ToList();
        if (attributes.Exists(static attribute => attribute.Kind is AttributeKind.Model or AttributeKind.Block))
        {
            return;
        }

        // One for the class: the cause is one missing [Model], not so many layers.
        AttributeData? stray = attributes.Find(static attribute => IsPartOfModel(attribute.Kind)).Data;
        if (stray?.ApplicationSyntaxReference is { } place)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.StrayAttribute, Location.Create(place.SyntaxTree, place.Span),
                AttributeReader.NameOf(stray.AttributeClass!), context.Symbol.Name));
        }
    }

    private static bool IsPartOfModel(AttributeKind? kind) => kind is
        AttributeKind.Input or AttributeKind.Output or AttributeKind.Layer or AttributeKind.Reuse or AttributeKind.Use
        or AttributeKind.ForeignLayer or AttributeKind.Expect or AttributeKind.Training;
}
