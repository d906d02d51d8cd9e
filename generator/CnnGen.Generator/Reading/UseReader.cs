using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Reading;

/// <summary>Reads the classes that a model's [Use]s name, and what those use in turn, from this project or a referenced one.</summary>
internal sealed class UseReader
{
    // Blocks of blocks of blocks multiply: no network needs more, and reading must come to an end.
    private const int MostAttributes = 20_000;

    private readonly INamedTypeSymbol _model;
    private readonly Compilation _compilation;
    private readonly Stack<ITypeSymbol> _users = new();
    private int _read;

    public UseReader(INamedTypeSymbol model, Compilation compilation)
    {
        _model = model;
        _compilation = compilation;
        _users.Push(model);
        Arithmetic = new ArithmeticReader(compilation);
    }

    /// <summary>Reads what is computed from <c>Arg</c>.</summary>
    public ArithmeticReader Arithmetic { get; }

    /// <summary>What referenced assemblies note of their blocks.</summary>
    public BlockNotes Notes { get; } = new();

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
        bool isOwn = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly);
        return new UsedClass(
            type.Name,
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            kind,
            isOwn ? null : type.ContainingAssembly?.Name,
            kind == UsedKind.Model ? ModelObstacles.Of((INamedTypeSymbol)type, _model, _compilation, cancellation) : ModelObstacle.None,
            kind is UsedKind.Block or UsedKind.Model
                ? ReadAttributes((INamedTypeSymbol)type, cancellation)
                : EquatableArray<AttributeDeclaration>.Empty);
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
