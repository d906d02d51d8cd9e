using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Declarations;

/// <summary>A type that a model class is declared in.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Header">How the generated part opens it again: <c>partial record struct Outer&lt;T&gt;</c>.</param>
/// <param name="IsPartial">Whether it can be opened again.</param>
internal sealed record OuterType(string Name, string Header, bool IsPartial);

/// <summary>Reads the types around a model class.</summary>
internal static class OuterTypes
{
    /// <summary>The outermost first.</summary>
    public static EquatableArray<OuterType> Of(INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        var types = new Stack<OuterType>();
        for (INamedTypeSymbol? outer = symbol.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            types.Push(new OuterType(outer.Name, Header(outer), IsPartial(outer, cancellation)));
        }

        return types.ToEquatableArray();
    }

    public static bool IsPartial(INamedTypeSymbol symbol, CancellationToken cancellation) => symbol.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<TypeDeclarationSyntax>()
        .All(static part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary><c>&lt;T&gt;</c> as a part of the type repeats it; nothing for a type without type parameters.</summary>
    public static string TypeParameters(INamedTypeSymbol symbol) => symbol.TypeParameters.IsEmpty
        ? ""
        : $"<{string.Join(", ", symbol.TypeParameters.Select(static type => Variance(type) + Identifiers.Escape(type.Name)))}>";

    // Modifiers and constraints need not be repeated.
    private static string Header(INamedTypeSymbol symbol) =>
        $"partial {Keyword(symbol)} {Identifiers.Escape(symbol.Name)}{TypeParameters(symbol)}";

    private static string Keyword(INamedTypeSymbol symbol) => symbol switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static string Variance(ITypeParameterSymbol type) => type.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => "",
    };
}
