using System;
using System.Globalization;
using System.Numerics;

namespace CnnGen.Generator.Text;

/// <summary>
/// A number as it is written, digits × 10^exponent, and exact arithmetic with it: 1.2 − 0.8 is 0.4 here, but in binary
/// 0.3999999999999999, which is not what generated code should show.
/// </summary>
internal readonly struct DecimalNumber
{
    private readonly BigInteger _digits;
    private readonly int _exponent;

    private DecimalNumber(BigInteger digits, int exponent) => (_digits, _exponent) = (digits, exponent);

    public static implicit operator DecimalNumber(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        int power = text.IndexOf('E');
        string digits = power < 0 ? text : text.Substring(0, power);
        int exponent = power < 0 ? 0 : int.Parse(text.Substring(power + 1), CultureInfo.InvariantCulture);
        int point = digits.IndexOf('.');
        return point < 0
            ? new DecimalNumber(BigInteger.Parse(digits, CultureInfo.InvariantCulture), exponent)
            : new DecimalNumber(
                BigInteger.Parse(digits.Remove(point, 1), CultureInfo.InvariantCulture), exponent - (digits.Length - point - 1));
    }

    /// <summary>The nearest number that a computer has.</summary>
    public static explicit operator double(DecimalNumber number) => double.Parse(
        number._digits.ToString(CultureInfo.InvariantCulture) + "E" + number._exponent.ToString(CultureInfo.InvariantCulture),
        CultureInfo.InvariantCulture);

    public static DecimalNumber operator -(DecimalNumber number) => new(-number._digits, number._exponent);

    public static DecimalNumber operator +(DecimalNumber a, DecimalNumber b)
    {
        int exponent = Math.Min(a._exponent, b._exponent);
        return new DecimalNumber(a.DigitsAt(exponent) + b.DigitsAt(exponent), exponent);
    }

    public static DecimalNumber operator -(DecimalNumber a, DecimalNumber b) => a + -b;

    public static DecimalNumber operator *(DecimalNumber a, DecimalNumber b) =>
        new(a._digits * b._digits, a._exponent + b._exponent);

    private BigInteger DigitsAt(int exponent) => _digits * BigInteger.Pow(10, _exponent - exponent);
}
