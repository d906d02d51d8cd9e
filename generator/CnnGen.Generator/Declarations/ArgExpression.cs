using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Declarations;

/// <summary>A number that a block computes of what its use gives: <c>Arg.Filters * 2 + 16</c>. It prints as C# that reads back the same.</summary>
internal abstract record ArgExpression
{
    protected const int Sum = 1;
    protected const int Product = 2;
    protected const int Unary = 3;
    protected const int Primary = 4;

    /// <summary>Whether it is a <c>double</c>; if not, it is an <c>int</c>.</summary>
    public abstract bool IsReal { get; }

    /// <summary>The names in it, one by one.</summary>
    public abstract IEnumerable<string> Names { get; }

    protected abstract int Precedence { get; }

    protected abstract string Text { get; }

    public sealed override string ToString() => Text;

    protected static string Within(ArgExpression operand, int least) => operand.Precedence < least ? $"({operand.Text})" : operand.Text;
}

/// <summary>What a use gives: <c>Arg.Filters</c>.</summary>
internal sealed record ArgName(string Name, bool IsOfReal = false) : ArgExpression
{
    public override bool IsReal => IsOfReal;

    public override IEnumerable<string> Names => [Name];

    protected override int Precedence => Primary;

    protected override string Text => $"Arg.{Name}";
}

/// <summary>A number of its own.</summary>
/// <param name="Value">A boxed <c>int</c> or <c>double</c>.</param>
internal sealed record ArgNumber(object Value) : ArgExpression
{
    public override bool IsReal => Value is double;

    public override IEnumerable<string> Names => [];

    protected override int Precedence => Convert.ToDouble(Value, CultureInfo.InvariantCulture) < 0 ? Unary : Primary;

    protected override string Text => Value is double real ? Literals.Double(real) : Literals.Integer((int)Value);
}

/// <summary>A number with the other sign.</summary>
internal sealed record ArgNegation(ArgExpression Operand) : ArgExpression
{
    public override bool IsReal => Operand.IsReal;

    public override IEnumerable<string> Names => Operand.Names;

    protected override int Precedence => Unary;

    protected override string Text => $"-{Within(Operand, Primary)}";
}

/// <summary>A number made an <c>int</c>, rounded towards zero, or a <c>double</c>.</summary>
internal sealed record ArgCast(ArgExpression Operand, bool IsToReal) : ArgExpression
{
    public override bool IsReal => IsToReal;

    public override IEnumerable<string> Names => Operand.Names;

    protected override int Precedence => Unary;

    protected override string Text => $"({(IsToReal ? "double" : "int")}){Within(Operand, Primary)}";
}

/// <summary>A sum, difference, product or quotient.</summary>
/// <param name="Left">The first number.</param>
/// <param name="Sign"><c>+</c>, <c>-</c>, <c>*</c> or <c>/</c>.</param>
/// <param name="Right">The second number.</param>
internal sealed record ArgOperation(ArgExpression Left, char Sign, ArgExpression Right) : ArgExpression
{
    public override bool IsReal => Left.IsReal || Right.IsReal;

    public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);

    protected override int Precedence => Sign is '+' or '-' ? Sum : Product;

    protected override string Text => $"{Within(Left, Precedence)} {Sign} {Within(Right, Precedence + 1)}";
}

/// <summary>A list with such numbers in it.</summary>
internal sealed record ArgList(EquatableArray<ArgExpression> Items)
{
    public override string ToString() => string.Join(", ", Items);
}
