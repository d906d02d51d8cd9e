using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Reading;

/// <summary>
/// Finds arguments that are computed from <c>Arg</c> constants. An attribute brings their numbers; how they are computed is read from its
/// syntax, of a compiled class from what the generator has noted in its assembly, and else from the numbers, as far as they can be told apart.
/// </summary>
internal sealed class ArithmeticReader
{
    private readonly Compilation _compilation;
    private ExpressionReader? _expressions;

    public ArithmeticReader(Compilation compilation) => _compilation = compilation;

    /// <summary>The arguments of an attribute in source.</summary>
    /// <param name="arguments">The arguments with their numbers.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="syntax">How it is written.</param>
    /// <param name="isInBlock">Whether it is one of a block; elsewhere <c>Arg</c> means nothing, and is only looked for where it shows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public IEnumerable<Argument> Find(
        IEnumerable<Argument> arguments, AttributeData attribute, AttributeSyntax syntax, bool isInBlock, CancellationToken cancellation)
    {
        ExpressionReader expressions = _expressions ??= new ExpressionReader(_compilation, cancellation);
        Dictionary<string, List<ExpressionSyntax>> written = Written(attribute, syntax);
        return arguments.Select(argument => written.TryGetValue(argument.Name, out var items)
            ? argument with { Value = Value(argument.Value, items, IsEnum(attribute, argument.Name), Found) }
            : argument);

        object? Found(object? number, ExpressionSyntax expression) =>
            ExpressionReader.LooksLikeArg(expression) && ArgMarks.Exactly(number) is { } arg ? arg
            : CanDepend(number, expression, isInBlock) && expressions.Depends(expression)
                ? expressions.Read(expression) is { } read ? ExpressionReader.Converted(read, number is double) : new ArgArithmetic(expression.ToString())
            : number;
    }

    /// <summary>The arguments of an attribute of a compiled class.</summary>
    /// <param name="arguments">The arguments with their numbers.</param>
    /// <param name="attribute">Its name, for messages.</param>
    /// <param name="notes">What the assembly notes of it, by the arguments.</param>
    public static IEnumerable<Argument> Find(IEnumerable<Argument> arguments, string attribute, IReadOnlyDictionary<string, string> notes) =>
        arguments.Select(argument => argument with
        {
            Value = notes.TryGetValue(argument.Name, out string text)
                ? Noted(argument.Value, text)
                : Listed(argument.Value, (number, _) => ArgMarks.Computed(number) ?? (ArgMarks.IsUnreadable(number, argument.Name)
                    ? new ArgArithmetic($"What {argument.Name} of [{attribute}] is computed with")
                    : number)),
        });

    private static object? Noted(object? value, string text)
    {
        string[] texts = text.Split([", "], StringSplitOptions.None);
        return value is EquatableArray<int> numbers && numbers.Count != texts.Length
            ? new ArgArithmetic(text)
            : Listed(value, (number, place) => ExpressionReader.Parse(texts[place]) is not { } read ? new ArgArithmetic(texts[place])
                : read is ArgNumber ? number
                : read);
    }

    private static object? Value(
        object? value, List<ExpressionSyntax> expressions, bool isEnum, Func<object?, ExpressionSyntax, object?> found) => value switch
    {
        _ when isEnum => ArgMarks.Exactly(value) ?? value,
        EquatableArray<int> numbers when numbers.Count == expressions.Count => Listed(value, (number, place) => found(number, expressions[place])),
        int or double when expressions.Count == 1 => found(value, expressions[0]),
        _ => value,
    };

    // A list with an expression in it is one of expressions; what cannot be read is all that matters of it.
    private static object? Listed(object? value, Func<object?, int, object?> found)
    {
        if (value is not EquatableArray<int> numbers)
        {
            return value is int or double ? found(value, 0) : value;
        }

        List<object?> items = numbers.Select((number, place) => found(number, place)).ToList();
        return items.Find(static item => item is ArgArithmetic)
            ?? (items.Exists(static item => item is ArgExpression)
                ? new ArgList(items.Select(static item => item as ArgExpression ?? new ArgNumber(item!)).ToEquatableArray())
                : value);
    }

    private static bool CanDepend(object? number, ExpressionSyntax expression, bool isInBlock) => expression is not LiteralExpressionSyntax
        && (isInBlock || ArgMarks.Exactly(number) is not null || ArgMarks.IsUnreadable(number, "")
            || expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(ExpressionReader.LooksLikeArg));

    // How each argument is written; a list item by item.
    private static Dictionary<string, List<ExpressionSyntax>> Written(AttributeData attribute, AttributeSyntax syntax)
    {
        var written = new Dictionary<string, List<ExpressionSyntax>>();
        int place = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? default)
        {
            string? name = (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText
                ?? ParameterAt(attribute.AttributeConstructor, place++);
            if (name is not null)
            {
                written[name] = [.. written.TryGetValue(name, out var items) ? items : [], .. Items(argument.Expression)];
            }
        }

        return written;
    }

    private static string? ParameterAt(IMethodSymbol? constructor, int place) => constructor is { Parameters: { Length: > 0 } parameters }
        ? parameters[Math.Min(place, parameters.Length - 1)].Name
        : null;

    private static bool IsEnum(AttributeData attribute, string argument) =>
        attribute.NamedArguments.Any(named => named.Key == argument && named.Value.Kind == TypedConstantKind.Enum)
        || attribute.AttributeConstructor!.Parameters.Any(parameter => parameter.Name == argument && parameter.Type.TypeKind == TypeKind.Enum);

    // The elements of a list that is written as one.
    private static IEnumerable<ExpressionSyntax> Items(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
        ImplicitArrayCreationExpressionSyntax items => items.Initializer.Expressions,
        CollectionExpressionSyntax items => items.Elements.OfType<ExpressionElementSyntax>().Select(static item => item.Expression),
        _ => [expression],
    };
}
