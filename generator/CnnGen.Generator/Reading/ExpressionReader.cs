using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Reading;

/// <summary>Reads how a number is computed from <c>Arg</c> constants, through constants of the author's own.</summary>
internal sealed class ExpressionReader
{
    private const string Class = "Arg";

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;

    private readonly Dictionary<SyntaxTree, SemanticModel?> _models = new();

    // Constants whose initializers are being followed: one that is computed from itself is an error that the compiler reports.
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    public ExpressionReader(Compilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
    }

    /// <summary>Whether an expression is a constant of <c>Arg</c> to all appearance.</summary>
    public static bool LooksLikeArg(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax
    {
        Expression: IdentifierNameSyntax { Identifier.ValueText: Class } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: Class },
    };

    /// <summary>Reads what <see cref="ArgExpression"/> prints.</summary>
    /// <returns><see langword="null"/> for anything else.</returns>
    public static ArgExpression? Parse(string text) => CSharpSyntaxTree.ParseText($"class C {{ int f = {text}; }}").GetRoot()
        .DescendantNodes().OfType<EqualsValueClauseSyntax>().FirstOrDefault()?.Value is { } value ? Parse(value) : null;

    /// <summary>Whether a number has anything to do with <c>Arg</c>.</summary>
    public bool Depends(ExpressionSyntax expression) => expression
        .DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>()
        .Any(name => ModelOf(name)?.GetSymbolInfo(name, _cancellation).Symbol is IFieldSymbol { IsConst: true } field && Depends(field));

    /// <returns><see langword="null"/> for what a block does not take.</returns>
    public ArgExpression? Read(ExpressionSyntax expression) => !Depends(expression)
        ? Number(ModelOf(expression)?.GetConstantValue(expression, _cancellation).Value)
        : expression is IdentifierNameSyntax or MemberAccessExpressionSyntax ? Named(expression)
        : Composed(expression, Read);

    private static ArgExpression? Parse(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => Number(literal.Token.Value),
        MemberAccessExpressionSyntax name when LooksLikeArg(name) => ArgMarks.Named(name.Name.Identifier.ValueText),
        _ => Composed(expression, Parse),
    };

    private static ArgExpression? Composed(ExpressionSyntax expression, Func<ExpressionSyntax, ArgExpression?> part) => expression switch
    {
        ParenthesizedExpressionSyntax inner => part(inner.Expression),
        CheckedExpressionSyntax inner => part(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryPlusExpression } plus => part(plus.Operand),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => part(minus.Operand) switch
        {
            null => null,
            ArgNumber { Value: int number } => new ArgNumber(-number),
            ArgNumber { Value: double number } => new ArgNumber(-number),
            var operand => new ArgNegation(operand),
        },
        CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword } } cast =>
            part(cast.Expression) is { } number ? Converted(number, isReal: false) : null,
        CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.DoubleKeyword } } cast =>
            part(cast.Expression) is { } number ? Converted(number, isReal: true) : null,
        BinaryExpressionSyntax operation when SignOf(operation) is { } sign =>
            part(operation.Left) is { } left && part(operation.Right) is { } right ? new ArgOperation(left, sign, right) : null,
        _ => null,
    };

    /// <summary>The number as another type.</summary>
    public static ArgExpression Converted(ArgExpression number, bool isReal) => number.IsReal == isReal ? number : new ArgCast(number, isReal);

    private static char? SignOf(BinaryExpressionSyntax operation) => operation.Kind() switch
    {
        SyntaxKind.AddExpression => '+',
        SyntaxKind.SubtractExpression => '-',
        SyntaxKind.MultiplyExpression => '*',
        SyntaxKind.DivideExpression => '/',
        _ => null,
    };

    // Those that C# computes with as int and double.
    private static ArgNumber? Number(object? value) => value switch
    {
        int and not int.MinValue => new ArgNumber(value),
        double real when !double.IsNaN(real) && !double.IsInfinity(real) => new ArgNumber(real),
        byte small => new ArgNumber((int)small),
        short small => new ArgNumber((int)small),
        _ => null,
    };

    private bool Depends(IFieldSymbol field)
    {
        if (IsArg(field) || Initializer(field) is not { } initializer)
        {
            return IsArg(field) || ArgMarks.Computed(field.ConstantValue) is not null || ArgMarks.IsUnreadable(field.ConstantValue, "");
        }

        bool depends = _followed.Add(field) && Depends(initializer);
        _followed.Remove(field);
        return depends;
    }

    private ArgExpression? Named(ExpressionSyntax name)
    {
        if (ModelOf(name)?.GetSymbolInfo(name, _cancellation).Symbol is not IFieldSymbol { IsConst: true } field)
        {
            return null;
        }

        return IsArg(field) ? ArgMarks.Named(field.Name)
            : Initializer(field) is not { } initializer ? ArgMarks.Computed(field.ConstantValue)
            : field.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Double && Read(initializer) is { } number
                ? Converted(number, field.Type.SpecialType == SpecialType.System_Double)
            : null;
    }

    private static bool IsArg(IFieldSymbol field) => field.ContainingType is { Name: Class } type && AttributeReader.IsCnnGen(type);

    // None of a compiled constant, which is its number.
    private ExpressionSyntax? Initializer(IFieldSymbol field) =>
        (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) as VariableDeclaratorSyntax)?.Initializer?.Value;

    private SemanticModel? ModelOf(SyntaxNode node)
    {
        if (!_models.TryGetValue(node.SyntaxTree, out SemanticModel? model))
        {
            model = CompilationOf(node.SyntaxTree)?.GetSemanticModel(node.SyntaxTree);
            _models.Add(node.SyntaxTree, model);
        }

        return model;
    }

    // A referenced project is a compilation of its own in an editor.
    private Compilation? CompilationOf(SyntaxTree tree) => _compilation.References
        .OfType<CompilationReference>()
        .Select(static reference => reference.Compilation)
        .Prepend(_compilation)
        .FirstOrDefault(compilation => compilation.ContainsSyntaxTree(tree));
}
