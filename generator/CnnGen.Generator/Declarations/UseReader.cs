using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Common;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Declarations;

/// <summary>Reads the classes that a model's [Use]s name, and what those use in turn.</summary>
internal sealed class UseReader
{
    // Blocks of blocks of blocks multiply: no network needs more, and reading must come to an end.
    private const int MostAttributes = 20_000;

    private readonly Stack<ITypeSymbol> _users = new();
    private int _read;

    public UseReader(INamedTypeSymbol model) => _users.Push(model);

    /// <param name="use">The attribute's class, with its type argument.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns><see langword="null"/> for a type that does not exist, which the compiler reports.</returns>
    public UsedClass? Read(INamedTypeSymbol use, CancellationToken cancellation)
    {
        ITypeSymbol? type = use.TypeArguments.FirstOrDefault();
        if (type is null || type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        UsedKind kind = KindOf(type);
        var attributes = kind is UsedKind.Block or UsedKind.Model
            ? ReadAttributes((INamedTypeSymbol)type, cancellation)
            : EquatableArray<AttributeDeclaration>.Empty;
        bool isGenerated = kind == UsedKind.Model
            && ClassReader.Read((INamedTypeSymbol)type, cancellation) is { CanBeExtended: true, Members.Count: 0 };
        return new UsedClass(
            type.Name, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), kind, isGenerated, attributes);
    }

    private EquatableArray<AttributeDeclaration> ReadAttributes(INamedTypeSymbol type, CancellationToken cancellation)
    {
        _users.Push(type.OriginalDefinition);
        var attributes = AttributeReader.ReadDeclarations(type, this, cancellation).ToEquatableArray();
        _users.Pop();
        _read += attributes.Count;
        return attributes;
    }

    private UsedKind KindOf(ITypeSymbol type)
    {
        // Of a generic model, whatever its type arguments.
        if (_users.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default))
        {
            return UsedKind.Recursive;
        }

        var kinds = type.GetAttributes().Select(static attribute => AttributeReader.KindOf(attribute.AttributeClass)).ToList();
        bool isModel = kinds.Contains(AttributeKind.Model);
        return type is not INamedTypeSymbol || (!isModel && !kinds.Contains(AttributeKind.Block)) ? UsedKind.Other
            : _read > MostAttributes ? UsedKind.TooMany
            : isModel ? UsedKind.Model
            : UsedKind.Block;
    }
}
