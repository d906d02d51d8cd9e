using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Reading;

/// <summary>Finds the parts of a class and of the types around it, which can stand in several files.</summary>
internal static class TypeParts
{
    /// <summary>The outermost type's first, each with the place of its name.</summary>
    /// <param name="symbol">The class.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static IReadOnlyList<(TypePart Part, Position Position)> Of(INamedTypeSymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            types.Push(type);
        }

        return types
            .SelectMany((type, depth) => new OwnParts(type, cancellation).Syntax.Select(part => (
                new TypePart(depth, part.Modifiers.Any(SyntaxKind.PartialKeyword), BaseClass(type, part, compilation, cancellation)),
                new Position(part.SyntaxTree, part.Identifier.Span))))
            .ToList();
    }

    // Hardly any model has one, and only then it is asked which of the names it is.
    private static string? BaseClass(INamedTypeSymbol type, TypeDeclarationSyntax part, Compilation compilation, CancellationToken cancellation) =>
        part.BaseList is { } list && type.BaseType is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None }
            ? list.Types.FirstOrDefault(written => compilation.GetSemanticModel(part.SyntaxTree).GetSymbolInfo(written.Type, cancellation)
                .Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class })?.Type.ToString()
            : null;
}
