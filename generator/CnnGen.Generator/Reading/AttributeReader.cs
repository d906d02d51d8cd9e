using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Reading;

/// <summary>An attribute and where it stands.</summary>
internal sealed record AttributeReading(AttributeDeclaration Declaration, AttributePosition Position);

/// <summary>Reads the attributes of a model class.</summary>
internal static class AttributeReader
{
    private const string Suffix = "Attribute";

    /// <param name="symbol">The class.</param>
    /// <param name="uses">Reads the classes that it uses.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static List<AttributeReading> ReadAll(INamedTypeSymbol symbol, UseReader uses, CancellationToken cancellation) => Read(
        symbol, uses, static (declaration, attribute, syntax) => new AttributeReading(declaration, ReadPosition(attribute, syntax!)), cancellation);

    /// <summary>The same without the places, for a class that is only used; metadata of a compiled one has no syntax.</summary>
    public static List<AttributeDeclaration> ReadDeclarations(INamedTypeSymbol symbol, UseReader uses, CancellationToken cancellation) =>
        Read(symbol, uses, static (declaration, _, _) => declaration, cancellation);

    private static List<T> Read<T>(
        INamedTypeSymbol symbol, UseReader uses, Func<AttributeDeclaration, AttributeData, AttributeSyntax?, T> keep, CancellationToken cancellation)
    {
        var readings = new List<T>();
        var parts = new OwnParts(symbol, cancellation);
        bool isBlock = symbol.GetAttributes().Any(static attribute => KindOf(attribute.AttributeClass) == AttributeKind.Block);
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            cancellation.ThrowIfCancellationRequested();
            var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
            if (KindOf(attribute.AttributeClass) is { } kind
                && (syntax is null ? CanBeCompiled(attribute.AttributeClass!) : parts.Hold(syntax)))
            {
                bool isBroken = kind == AttributeKind.Unresolved || HasError(attribute);
                var declaration = new AttributeDeclaration(
                    readings.Count, kind, NameOf(attribute.AttributeClass!), syntax is null ? 0 : parts.IndexOf(syntax), isBroken,
                    isBroken ? EquatableArray<Argument>.Empty : Arguments(attribute, syntax, readings.Count).ToEquatableArray(),
                    kind == AttributeKind.Use ? uses.Read(attribute.AttributeClass!, cancellation) : null);
                readings.Add(keep(declaration, attribute, syntax));
            }
        }

        return readings;

        IEnumerable<Argument> Arguments(AttributeData attribute, AttributeSyntax? syntax, int index) => syntax is null
            ? ArithmeticReader.Find(ReadArguments(attribute), NameOf(attribute.AttributeClass!), uses.Notes.Of(symbol, index))
            : uses.Arithmetic.Find(ReadArguments(attribute), attribute, syntax, isBlock, cancellation);
    }

    // An attribute of an assembly that is not referenced here may be anything, but no layer of CnnGen's.
    private static bool CanBeCompiled(INamedTypeSymbol type) => type.TypeKind != TypeKind.Error || IsCnnGen(type);

    /// <summary>What an attribute declares; <see langword="null"/> if it has nothing to do with CnnGen.</summary>
    public static AttributeKind? KindOf(INamedTypeSymbol? type)
    {
        if (type is null)
        {
            return null;
        }

        if (type.TypeKind == TypeKind.Error)
        {
            return AttributeKind.Unresolved;
        }

        bool isOurs = IsCnnGen(type);
        return type.Name switch
        {
            "ModelAttribute" when isOurs => AttributeKind.Model,
            "InputAttribute" when isOurs => AttributeKind.Input,
            "OutputAttribute" when isOurs => AttributeKind.Output,
            "BlockAttribute" when isOurs => AttributeKind.Block,
            "ReuseAttribute" when isOurs => AttributeKind.Reuse,
            "UseAttribute" when isOurs => AttributeKind.Use,
            "ExpectAttribute" when isOurs => AttributeKind.Expect,
            "TrainingAttribute" when isOurs => AttributeKind.Training,
            _ when IsLayer(type) => isOurs ? AttributeKind.Layer : AttributeKind.ForeignLayer,
            _ => null,
        };
    }

    private static bool IsLayer(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Name == "LayerAttribute" && IsCnnGen(ancestor))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsCnnGen(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "CnnGen", ContainingNamespace.IsGlobalNamespace: true };

    public static IEnumerable<Argument> ReadArguments(AttributeData attribute)
    {
        for (int i = 0; HasAllParameters(attribute) && i < attribute.ConstructorArguments.Length; i++)
        {
            yield return new Argument(attribute.AttributeConstructor!.Parameters[i].Name, ValueOf(attribute.ConstructorArguments[i]));
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            yield return new Argument(argument.Key, ValueOf(argument.Value));
        }
    }

    private static object? ValueOf(TypedConstant constant) => constant switch
    {
        { IsNull: true } => null,
        { Kind: TypedConstantKind.Array, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } } =>
            constant.Values.Select(static item => item.Value as string ?? "").ToEquatableArray(),
        { Kind: TypedConstantKind.Array, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Double } } =>
            constant.Values.Select(static item => item.Value as double? ?? 0).ToEquatableArray(),
        { Kind: TypedConstantKind.Array } => constant.Values.Select(static item => item.Value as int? ?? 0).ToEquatableArray(),
        { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } => constant.Value,
        _ => null,
    };

    /// <summary>Whether the compiler reports an error in it, so that what it says is not known.</summary>
    public static bool HasError(AttributeData attribute) =>
        !HasAllParameters(attribute)
        || attribute.ConstructorArguments.Any(IsError)
        || attribute.NamedArguments.Any(static argument => IsError(argument.Value));

    // Where an attribute has an error, compilers before Roslyn 4.11 leave the elements of a list as so many arguments.
    private static bool HasAllParameters(AttributeData attribute) =>
        attribute.AttributeConstructor?.Parameters.Length == attribute.ConstructorArguments.Length;

    private static bool IsError(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Error
        || (constant.Kind == TypedConstantKind.Array && !constant.IsNull && constant.Values.Any(IsError));

    /// <summary>The name as it is written: without "Attribute".</summary>
    public static string NameOf(INamedTypeSymbol type) =>
        type.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? type.Name.Substring(0, type.Name.Length - Suffix.Length)
            : type.Name;

    private static AttributePosition ReadPosition(AttributeData attribute, AttributeSyntax syntax)
    {
        var arguments = new List<ArgumentPosition>();
        if (syntax.Name.DescendantNodesAndSelf().OfType<TypeArgumentListSyntax>().FirstOrDefault() is { } types)
        {
            arguments.Add(new ArgumentPosition(AttributeDeclaration.TypeArgument, new Position(syntax.SyntaxTree, types.Arguments.Span)));
        }

        int place = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? default)
        {
            var position = new Position(syntax.SyntaxTree, argument.Span);
            if ((argument.NameEquals?.Name ?? argument.NameColon?.Name) is { } name)
            {
                arguments.Add(new ArgumentPosition(name.Identifier.ValueText, position));
            }
            else
            {
                AddPositional(arguments, attribute.AttributeConstructor, place++, position);
            }
        }

        return new AttributePosition(new Position(syntax.SyntaxTree, syntax.Span), arguments.ToEquatableArray());
    }

    private static void AddPositional(List<ArgumentPosition> positions, IMethodSymbol? constructor, int place, Position position)
    {
        if (constructor is null || constructor.Parameters.IsEmpty)
        {
            return;
        }

        int last = constructor.Parameters.Length - 1;
        IParameterSymbol parameter = constructor.Parameters[Math.Min(place, last)];
        if (!parameter.IsParams)
        {
            positions.Add(new ArgumentPosition(parameter.Name, position));
            return;
        }

        // A list has a position for each element and one for all of them.
        positions.Add(new ArgumentPosition($"{parameter.Name}[{place - last}]", position));
        int whole = positions.FindIndex(candidate => candidate.Name == parameter.Name);
        if (whole < 0)
        {
            positions.Add(new ArgumentPosition(parameter.Name, position));
        }
        else
        {
            var span = TextSpan.FromBounds(positions[whole].Position.Span.Start, position.Span.End);
            positions[whole] = new ArgumentPosition(parameter.Name, position with { Span = span });
        }
    }
}
