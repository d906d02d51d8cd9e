using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Declarations;

/// <summary>A declaration and where it stands.</summary>
internal sealed record ModelReading(ModelDeclaration Declaration, AttributePositions Positions);

/// <summary>
/// Reads a model class: Roslyn's symbols go in, equatable records come out. It runs for every model at every edit, so it only
/// extracts; judging is done in later, cached steps.
/// </summary>
internal static class ModelReader
{
    public const string ModelAttribute = "CnnGen.ModelAttribute";

    private const string TorchType = "TorchSharp.torch";

    // One of each part of the library that generated code leans on.
    private static readonly string[] s_runtimeTypes =
    {
        "CnnGen.LayerAttribute", "CnnGen.INetwork", "CnnGen.ITrainableModel", "CnnGen.ModelSummary", "CnnGen.LayerSummary", "CnnGen.TrainingLoop",
        "CnnGen.Evaluation", "CnnGen.Inference", "CnnGen.WeightFile",
    };

    /// <returns>
    /// <see langword="null"/> for a second part of the class that carries [Model] again, and for a class whose name is still to be
    /// typed; the compiler reports both.
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
        var attributes = AttributeReader.ReadAll(symbol, new UseReader(symbol), cancellation);
        AttributeReading? model = attributes.Find(static reading => reading.Declaration.Kind == AttributeKind.Model);
        if (model is null || !IsOn(model, node) || !IsNamed(symbol))
        {
            return null;
        }

        var declaration = new ModelDeclaration
        {
            Class = ClassReader.Read(symbol, cancellation),
            Project = ReadProject(compilation, modelAttribute),
            Attributes = attributes.Select(static reading => reading.Declaration).ToEquatableArray(),
            Data = ReadData(symbol),
        };
        var positions = new AttributePositions(
            new Position(node.SyntaxTree, node.Identifier.Span),
            attributes.Select(static reading => reading.Position).ToEquatableArray());
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
        bool hasTorch = compilation.GetTypeByMetadataName(TorchType) is not null
            || compilation.GetTypesByMetadataName(TorchType).Length > 0;
        bool isOld = compilation.LanguageVersion < LanguageVersion.CSharp11;
        return new ProjectFacts(hasTorch, missing, isOld ? compilation.LanguageVersion.ToDisplayString() : null);
    }

    private static DataDeclaration? ReadData(INamedTypeSymbol model)
    {
        ITypeSymbol? data = model.GetAttributes()
            .FirstOrDefault(static attribute => AttributeReader.KindOf(attribute.AttributeClass) == AttributeKind.Training)
            ?.AttributeClass?.TypeArguments.FirstOrDefault();
        if (data is null || data.TypeKind == TypeKind.Error)
        {
            return null;
        }

        AttributeData? imageData = data.GetAttributes().FirstOrDefault(static attribute =>
            attribute.AttributeClass is { Name: "ImageDataAttribute" } type && AttributeReader.IsCnnGen(type));
        return new DataDeclaration(data.Name, imageData is null ? null : ReadImageData(imageData));
    }

    private static ImageDataDeclaration ReadImageData(AttributeData attribute)
    {
        Dictionary<string, object?> values = AttributeReader.ReadArguments(attribute)
            .ToDictionary(static argument => argument.Name, static argument => argument.Value);
        return new ImageDataDeclaration(
            Number("height"), Number("width"), Number("channels"), Number("Classes"), Number("Labels"));

        int Number(string name) => values.TryGetValue(name, out object? value) && value is int number ? number : 0;
    }
}
