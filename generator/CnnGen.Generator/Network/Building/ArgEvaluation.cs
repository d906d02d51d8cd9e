using System;
using System.Collections.Generic;
using System.Globalization;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

/// <summary>
/// Computes a block's arithmetic as C# does, but for a division of whole numbers, which has to come out even: half a channel that falls away
/// is hardly ever meant.
/// </summary>
internal static class ArgEvaluation
{
    // More than a number is written with, fewer than a double has: 0.1 * 3 is 0.3.
    private const string Written = "G15";

    /// <summary>Why an expression has no value.</summary>
    public sealed record Fault(string Text, string Remedy);

    /// <param name="expression">What is computed.</param>
    /// <param name="given">What the use gives, by the names.</param>
    /// <returns>An <c>int</c>, a <c>double</c>, or what is wrong; neither where what is given is no number.</returns>
    public static (object? Number, Fault? Fault) Evaluate(ArgExpression expression, IReadOnlyDictionary<string, object> given)
    {
        try
        {
            return (Rounded(Compute(expression, given)), null);
        }
        catch (OverflowException)
        {
            return (null, new Fault("is more than an int can hold", "Give less, or compute with less."));
        }
        catch (UnevenException uneven)
        {
            return (null, uneven.Fault);
        }
    }

    private static object Compute(ArgExpression expression, IReadOnlyDictionary<string, object> given) => expression switch
    {
        ArgName name => given[name.Name],
        ArgNumber number => number.Value,
        ArgNegation negation => Negative(Compute(negation.Operand, given)),
        ArgCast { IsToReal: true } cast => Real(Compute(cast.Operand, given)),
        ArgCast cast => checked((int)Real(Compute(cast.Operand, given))),
        ArgOperation operation => Compute(operation, Compute(operation.Left, given), Compute(operation.Right, given)),
        _ => throw new ArgumentException(expression.ToString(), nameof(expression)),
    };

    private static object Negative(object operand) => operand is int number ? checked(-number) : (object)-Real(operand);

    private static object Compute(ArgOperation operation, object left, object right) => left is int whole && right is int other
        ? Compute(operation, whole, other)
        : (object)Compute(operation.Sign, Real(left), Real(right));

    private static int Compute(ArgOperation operation, int left, int right) => operation.Sign switch
    {
        '+' => checked(left + right),
        '-' => checked(left - right),
        '*' => checked(left * right),
        _ when right != 0 && left % right == 0 => checked(left / right),
        _ => throw new UnevenException(operation, left, right),
    };

    private static double Compute(char sign, double left, double right) => sign switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        _ => left / right,
    };

    private static double Real(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);

    private static object Rounded(object number) => number is double real && !double.IsNaN(real) && !double.IsInfinity(real)
        ? double.Parse(real.ToString(Written, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : number;

    /// <summary>A division that does not come out even.</summary>
    private sealed class UnevenException : Exception
    {
        public UnevenException(ArgOperation division, int left, int right) => Fault = right == 0
            ? new Fault($"divides {Words.Text(left)} by 0", "Give another number.")
            : new Fault(
                $"does not come out even: {Words.Text(left)} / {Words.Text(right)} leaves {Words.Text(left % right)}",
                $"Give a number that can be divided, or write {new ArgCast(division with { Right = Real(division.Right) }, false)}, which rounds down.");

        private static ArgExpression Real(ArgExpression number) =>
            number is ArgNumber { Value: int value } ? new ArgNumber((double)value) : new ArgCast(number, true);

        public Fault Fault { get; }
    }
}
