using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Reading;

/// <summary>A declaration and where it stands.</summary>
internal sealed record ModelReading(ModelDeclaration Declaration, AttributePositions Positions);

/// <summary>
/// Reads a model class: Roslyn's symbols go in, equatable records come out. It runs for every model at every edit, so it only
/// extracts; judging is done in later, cached steps.
/// </summary>
internal static class ModelReader
{
    public const string ModelAttribute = "CnnGen.ModelAttribute";

    public const string TorchType = "TorchSharp.torch";

    // One of each part of the library that generated code leans on.
    private static readonly string[] s_runtimeTypes =
    {
        "CnnGen.LayerAttribute", "CnnGen.INetwork", "CnnGen.ITrainableModel", "CnnGen.ModelSummary", "CnnGen.LayerSummary", "CnnGen.TrainingLoop",
        "CnnGen.Evaluation", "CnnGen.Inference", "CnnGen.Measure", "CnnGen.WeightFile", "CnnGen.OutputTarget",
    };

    /// <returns>
    /// <see langword="null"/> for what is no class, for a second part of the class that carries [Model] again, and for a class whose
    /// name is still to be typed; the compiler reports all of these.
    /// </returns>
    public static ModelReading? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) => Read(
        (INamedTypeSymbol)context.TargetSymbol, (TypeDeclarationSyntax)context.TargetNode,
        (CSharpCompilation)context.SemanticModel.Compilation, context.Attributes[0].AttributeClass!, cancellation);

    /// <returns><see langword="null"/> for a class that is no model.</returns>
    public static ModelReading? Read(INamedTypeSymbol symbol, CSharpCompilation compilation, CancellationToken cancellation)
    {
        AttributeData? model = symbol.GetAttributes()
            .FirstOrDefault(static attribute => AttributeReader.KindOf(attribute.AttributeClass) == AttributeKind.Model);
        return model?.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } node
            ? Read(symbol, node, compilation, model.AttributeClass!, cancellation)
            : null;
    }

    private static ModelReading? Read(
        INamedTypeSymbol symbol, TypeDeclarationSyntax node, CSharpCompilation compilation, INamedTypeSymbol modelAttribute,
        CancellationToken cancellation)
    {
        if (symbol.TypeKind != TypeKind.Class)
        {
            return null;
        }

        var attributes = AttributeReader.ReadAll(symbol, new UseReader(symbol, compilation), cancellation);
        AttributeReading? model = attributes.Find(static reading => reading.Declaration.Kind == AttributeKind.Model);
        if (model is null || !IsOn(model, node) || !IsNamed(symbol))
        {
            return null;
        }

        IReadOnlyList<(OwnMember Member, Position Position)> members = OwnMembers.Of(symbol, cancellation);
        IReadOnlyList<(TypePart Part, Position Position)> parts = TypeParts.Of(symbol, compilation, cancellation);
        var declaration = new ModelDeclaration
        {
            Class = ClassReader.Read(symbol, compilation, members.Select(static own => own.Member), parts.Select(static own => own.Part), cancellation),
            Project = ReadProject(compilation, modelAttribute),
            Attributes = attributes.Select(static reading => reading.Declaration).ToEquatableArray(),
            Data = DataReader.Read(symbol),
            Functions = OwnFunctions.Of(symbol, attributes.Select(static reading => reading.Declaration)),
        };
        var positions = new AttributePositions(
            new Position(node.SyntaxTree, node.Identifier.Span),
            attributes.Select(static reading => reading.Position).ToEquatableArray(),
            members.Select(static own => own.Position).ToEquatableArray(),
            parts.Select(static own => own.Position).ToEquatableArray());
        return new ModelReading(declaration, positions);
    }

    private static bool IsOn(AttributeReading attribute, SyntaxNode node) =>
        attribute.Position.Whole.Tree == node.SyntaxTree && node.FullSpan.Contains(attribute.Position.Whole.Span);

    private static bool IsNamed(ISymbol symbol) => symbol is INamespaceSymbol { IsGlobalNamespace: true }
        || (symbol.Name.Length > 0 && IsNamed(symbol.ContainingSymbol));

    private static ProjectFacts ReadProject(CSharpCompilation compilation, INamedTypeSymbol modelAttribute)
    {
        // Looking into one assembly is cheap, and this is done for every model at every edit.
        IAssemblySymbol runtime = modelAttribute.ContainingAssembly;
        string? missing = s_runtimeTypes.FirstOrDefault(type => runtime.GetTypeByMetadataName(type) is null);
        bool isOld = compilation.LanguageVersion < LanguageVersion.CSharp11;
        return new ProjectFacts(ReadTorches(compilation), missing, isOld ? compilation.LanguageVersion.ToDisplayString() : null);
    }

    // One is found at once; none or several are rare, and looked for slowly.
    private static EquatableArray<string> ReadTorches(CSharpCompilation compilation) =>
        compilation.GetTypeByMetadataName(TorchType) is { } torch
            ? EquatableArray.Of(torch.ContainingAssembly.Name)
            : compilation.GetTypesByMetadataName(TorchType).Select(static type => type.ContainingAssembly.Name).ToEquatableArray();
}
