using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Reading;

/// <summary>
/// Finds the members of a class that are, or could be, in the way of generated ones. Only those: most edits of the class's own code
/// leave the model as it was.
/// </summary>
internal static class OwnMembers
{
    /// <summary>Each once, in an order that moving code does not change, with its place.</summary>
    /// <param name="symbol">The class.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static IReadOnlyList<(OwnMember Member, Position Position)> Of(INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        int inputs = Math.Max(1, symbol.GetAttributes().Count(static attribute =>
            AttributeReader.KindOf(attribute.AttributeClass) == AttributeKind.Input));
        var parts = new OwnParts(symbol, cancellation);
        return symbol.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null } && parts.Hold(member))
            // They share the members' names.
            .Concat(symbol.TypeParameters)
            .Select(member => (Member: Read(member, inputs, cancellation)!, Position: PositionOf(member, parts)!))
            .Where(static found => found is { Member: not null, Position: not null })
            .GroupBy(static found => found.Member)
            .OrderBy(static same => same.Key.Kind).ThenBy(static same => same.Key.Name, StringComparer.Ordinal)
            .Select(static same => (same.Key, same.First().Position))
            .ToList();
    }

    private static OwnMember? Read(ISymbol member, int inputs, CancellationToken cancellation) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => ReadConstructor(constructor, cancellation),
        IMethodSymbol or IPropertySymbol when ContractOf(member) is { } contract => new OwnMember(OwnMemberKind.Named, contract),
        INamedTypeSymbol { Name: "var" } or ITypeParameterSymbol { Name: "var" } => new OwnMember(OwnMemberKind.Keyword, member.Name),
        _ when Hides(member, inputs) => new OwnMember(OwnMemberKind.Hiding, member.Name),
        IMethodSymbol method when GeneratedMembers.AllowsOverload(method.Name, ParametersOf(method), inputs) => null,
        _ when GeneratedMembers.CouldClash(member.Name) => new OwnMember(OwnMemberKind.Named, member.Name),
        _ => null,
    };

    private static OwnMember? ReadConstructor(IMethodSymbol constructor, CancellationToken cancellation)
    {
        SyntaxNode? syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        ConstructorInitializerSyntax? initializer = (syntax as ConstructorDeclarationSyntax)?.Initializer;
        bool isAlone = constructor.Parameters.IsEmpty;
        OwnMemberKind? kind = initializer?.Kind() switch
        {
            _ when syntax is TypeDeclarationSyntax => OwnMemberKind.Primary,
            SyntaxKind.ThisConstructorInitializer when !isAlone => null,
            SyntaxKind.BaseConstructorInitializer => isAlone ? OwnMemberKind.ParameterlessWithBase : OwnMemberKind.DetachedWithBase,
            _ => isAlone ? OwnMemberKind.Parameterless : OwnMemberKind.Detached,
        };
        return kind is { } found ? new OwnMember(found, constructor.ContainingType.Name) : null;
    }

    // Generated code implements the library's interfaces explicitly.
    private static string? ContractOf(ISymbol member) => (member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations.FirstOrDefault<ISymbol>(),
        IPropertySymbol property => property.ExplicitInterfaceImplementations.FirstOrDefault(),
        _ => null,
    }) is { } implemented && AttributeReader.IsCnnGen(implemented.ContainingType)
        ? $"{implemented.ContainingType.Name}.{implemented.Name}"
        : null;

    // An override is the module's own member still.
    private static bool Hides(ISymbol member, int inputs) => !member.IsOverride && GeneratedMembers.IsInherited(member.Name)
        && (member is not IMethodSymbol method
            || GeneratedMembers.ArgumentsOf(member.Name, inputs) is not { } arguments
            || CanTake(method, arguments));

    private static bool CanTake(IMethodSymbol method, IReadOnlyList<string> arguments)
    {
        int needed = method.Parameters.Count(static parameter => !parameter.IsOptional && !parameter.IsParams);
        bool isOpen = method.Parameters.Any(static parameter => parameter.IsParams);
        return needed <= arguments.Count
            && (isOpen || method.Parameters.Length >= arguments.Count)
            && method.Parameters.Take(arguments.Count).Zip(arguments, Takes).All(static takes => takes);
    }

    // Conversions of the user's own are taken for possible.
    private static bool Takes(IParameterSymbol parameter, string argument) =>
        argument == GeneratedMembers.AnyType
        || parameter.IsParams
        || parameter.Type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Class or TypeKind.Interface
        || DisplayOf(parameter) == argument;

    /// <summary>The types of its parameters; <see langword="null"/> where they alone make it an overload.</summary>
    private static string? ParametersOf(IMethodSymbol method) =>
        method.Arity > 0 || method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None)
            ? null
            : string.Join(", ", method.Parameters.Select(DisplayOf));

    private static string DisplayOf(IParameterSymbol parameter) => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    // A type parameter stands in the generated part as well.
    private static Position? PositionOf(ISymbol member, OwnParts parts) =>
        member.Locations.FirstOrDefault(location => location.SourceTree is { } tree && parts.AreIn(tree)) is { SourceTree: { } tree } location
            ? new Position(tree, location.SourceSpan)
            : null;
}
