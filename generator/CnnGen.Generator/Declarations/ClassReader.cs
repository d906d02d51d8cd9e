using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Declarations;

/// <summary>Reads what kind of class a model is.</summary>
internal static class ClassReader
{
    public static ClassDeclaration Read(INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        List<TypeDeclarationSyntax> parts = symbol.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .ToList();
        IEnumerable<string> namespaces = Namespaces(symbol).ToList();
        return new ClassDeclaration
        {
            Name = symbol.Name,
            Identifier = Identifiers.Escape(symbol.Name),
            TypeParameters = OuterTypes.TypeParameters(symbol),
            Namespace = string.Join(".", namespaces.Select(Identifiers.Escape)),
            MetadataName = string.Join(".", namespaces.Concat(new[] { MetadataName(symbol) })),
            IsPartial = OuterTypes.IsPartial(symbol, cancellation),
            Outers = OuterTypes.Of(symbol, cancellation),
            Oddity = Oddity(symbol),
            BaseClass = BaseClass(symbol),
            HasBrokenBaseClass = symbol.BaseType is { TypeKind: TypeKind.Error },
            Members = Members(symbol, parts),
        };
    }

    private static IEnumerable<string> Namespaces(INamedTypeSymbol symbol)
    {
        var names = new Stack<string>();
        for (INamespaceSymbol space = symbol.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            names.Push(space.Name);
        }

        return names;
    }

    // As in metadata: Outer`1+Inner.
    private static string MetadataName(INamedTypeSymbol symbol) =>
        symbol.ContainingType is { } outer ? $"{MetadataName(outer)}+{symbol.MetadataName}" : symbol.MetadataName;

    private static string? Oddity(INamedTypeSymbol symbol) => symbol switch
    {
        { IsStatic: true } => "static",
        { IsRecord: true } => "a record",
        { IsAbstract: true } => "abstract",
        _ when IsFileLocal(symbol) => "visible in its own file only",
        _ => null,
    };

    private static bool IsFileLocal(INamedTypeSymbol symbol) =>
        symbol.IsFileLocal || (symbol.ContainingType is { } outer && IsFileLocal(outer));

    // TorchSharp's own module class is what the generated part derives from anyway.
    private static string? BaseClass(INamedTypeSymbol symbol) => symbol.BaseType switch
    {
        null or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Error } => null,
        { IsRecord: true } => null,
        { } type when type.ToDisplayString() == "TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>" => null,
        { } type => type.Name,
    };

    /// <summary>Only names that could clash, so that most edits of the class's own code leave the model as it was.</summary>
    private static EquatableArray<string> Members(INamedTypeSymbol symbol, List<TypeDeclarationSyntax> parts)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ISymbol member in symbol.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                if (!constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 0)
                {
                    names.Add(GeneratedNames.Constructor);
                }
            }
            else if (!member.IsImplicitlyDeclared && GeneratedNames.CouldClash(member.Name) && !IsOverload(member))
            {
                names.Add(member.Name);
            }
        }

        // They share the members' names.
        names.UnionWith(symbol.TypeParameters.Select(static type => type.Name).Where(GeneratedNames.CouldClash));
        if (parts.Exists(static part => part.ParameterList is not null))
        {
            names.Add(GeneratedNames.Constructor);
        }

        return names.ToEquatableArray();
    }

    // Predict(string path) beside our Predict(Image).
    private static bool IsOverload(ISymbol member) => member is IMethodSymbol method
        && GeneratedNames.AllowsOverload(method.Name, method.Parameters.Select(static parameter => parameter.Type.Name));
}
