using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers;

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
        // On anything else the compiler does not admit them.
        if (((INamedTypeSymbol)context.Symbol).TypeKind != TypeKind.Class)
        {
            return;
        }

        var attributes = context.Symbol.GetAttributes()
            .Select(static attribute => (Data: attribute, Kind: AttributeReader.KindOf(attribute.AttributeClass)))
            .ToList();
        if (attributes.Exists(static attribute => attribute.Kind is AttributeKind.Model or AttributeKind.Block))
        {
            return;
        }

        // One for the class: the cause is one missing [Model], not so many layers.
        bool isModel = attributes.Exists(static attribute => attribute.Kind is AttributeKind.Input or AttributeKind.Output or AttributeKind.Training);
        AttributeData? stray = attributes.Find(static attribute => IsPartOfModel(attribute.Kind)).Data;
        if (stray?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } place
            && place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            var problem = new Problem(RuleIds.StrayAttribute, new Anchor(0), EquatableArray.Of(
                AttributeReader.NameOf(stray.AttributeClass!), context.Symbol.Name,
                isModel ? "Add [Model] to the class" : "Add [Block] to the class, or [Model] and an [Input]"))
            {
                Fixes = EquatableArray.Of(isModel
                    ? new Fix("Add [Model]", AddModel(type).ToArray())
                    : new Fix("Add [Block]", Edit.InsertAbove(0, "Block"))),
            };
            var positions = new AttributePositions(
                new Position(type.SyntaxTree, type.Identifier.Span),
                EquatableArray.Of(new AttributePosition(new Position(place.SyntaxTree, place.Span), EquatableArray<ArgumentPosition>.Empty)),
                EquatableArray<Position>.Empty, EquatableArray<Position>.Empty);
            context.ReportDiagnostic(Reports.Of(EquatableArray.Of(problem), positions)[0]);
        }
    }

    private static IEnumerable<Edit> AddModel(TypeDeclarationSyntax type)
    {
        yield return Edit.InsertAbove(0, "Model");
        if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            yield return Edit.AddModifier(Anchor.Class, "partial");
        }
    }

    private static bool IsPartOfModel(AttributeKind? kind) => kind is
        AttributeKind.Input or AttributeKind.Output or AttributeKind.Layer or AttributeKind.Reuse or AttributeKind.Use
        or AttributeKind.ForeignLayer or AttributeKind.Expect or AttributeKind.Training;
}
