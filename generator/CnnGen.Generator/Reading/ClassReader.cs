using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Reading;

/// <summary>Reads what kind of class a model is.</summary>
internal static class ClassReader
{
    public static ClassDeclaration Read(INamedTypeSymbol symbol, Compilation compilation, CancellationToken cancellation) =>
        Read(symbol, compilation, OwnMembers.Of(symbol, cancellation).Select(static own => own.Member), [], cancellation);

    /// <param name="symbol">The class.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="members">Its own members, as <see cref="OwnMembers"/> found them.</param>
    /// <param name="typeParts">Its parts, as <see cref="TypeParts"/> found them.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static ClassDeclaration Read(
        INamedTypeSymbol symbol, Compilation compilation, IEnumerable<OwnMember> members, IEnumerable<TypePart> typeParts, CancellationToken cancellation)
    {
        var parts = new OwnParts(symbol, cancellation);
        // With what referenced assemblies have in it.
        INamespaceSymbol space = compilation.GetCompilationNamespace(symbol.ContainingNamespace) ?? symbol.ContainingNamespace;
        IReadOnlyList<string> namespaces = Namespaces(symbol).ToList();
        HashSet<string> besides = namespaces.Count == 0 ? GlobalAliases.Of(compilation, cancellation) : [];
        return new ClassDeclaration
        {
            Name = symbol.Name,
            Identifier = Identifiers.Escape(symbol.Name),
            TypeParameters = OuterTypes.TypeParameters(symbol),
            Namespace = string.Join(".", namespaces.Select(Identifiers.Escape)),
            MetadataName = FullName(symbol),
            IsPartial = OuterTypes.IsPartial(symbol, cancellation),
            HasSummary = parts.Syntax.Any(static part => part.GetLeadingTrivia().Any(IsSummary)),
            Outers = OuterTypes.Of(symbol, cancellation),
            Parts = typeParts.ToEquatableArray(),
            UnsupportedKind = UnsupportedKind(symbol),
            BaseClass = BaseClass(symbol, parts),
            HasBrokenBaseClass = symbol.BaseType is { TypeKind: TypeKind.Error },
            Members = members.ToEquatableArray(),
            ObstructedAliases = Aliases.Names.Where(name => besides.Contains(name) || IsTaken(symbol, space, name)).ToEquatableArray(),
        };
    }

    // Builds that write no documentation do not parse it: it is an ordinary comment there.
    private static bool IsSummary(SyntaxTrivia trivia)
    {
        if (trivia.Kind() is not (SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
            or SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia))
        {
            return false;
        }

        string text = trivia.ToFullString();
        return (trivia.HasStructure || text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal))
            && (text.Contains("<summary") || text.Contains("<inheritdoc"));
    }

    // By a type parameter, a member of the class or of what is around it, or another name of its namespace.
    private static bool IsTaken(INamedTypeSymbol symbol, INamespaceSymbol space, string name)
    {
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            if (type.Name == name || type.TypeParameters.Any(parameter => parameter.Name == name) || !type.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return space.GetMembers(name).Any();
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
    /// <summary>The name in metadata with all that stands around it: <c>Space.Outer`1+Name</c>.</summary>
    public static string FullName(INamedTypeSymbol symbol) => string.Join(".", Namespaces(symbol).Append(MetadataName(symbol)));

    private static string MetadataName(INamedTypeSymbol symbol) =>
        symbol.ContainingType is { } outer ? $"{MetadataName(outer)}+{symbol.MetadataName}" : symbol.MetadataName;

    private static string? UnsupportedKind(INamedTypeSymbol symbol) => symbol switch
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
    private static string? BaseClass(INamedTypeSymbol symbol, OwnParts parts) => symbol.BaseType switch
    {
        null or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Error } => null,
        { IsRecord: true } => null,
        { } type when IsModule(type) && parts.Generated.Count > 0 => null,
        { } type when type.ToDisplayString() == "TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>" => null,
        { } type => type.Name,
    };

    /// <summary>Whether it is TorchSharp's module, of as many tensors as a network takes and gives.</summary>
    public static bool IsModule(INamedTypeSymbol type) => type is { Name: "Module", IsGenericType: true }
        && type.ContainingType?.ToDisplayString() == "TorchSharp.torch.nn";
}
