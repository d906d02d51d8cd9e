using System.Globalization;

namespace CnnGen;

/// <summary>A share that was counted, and between which shares the true one lies.</summary>
public readonly record struct Proportion
{
    // Of a normal distribution 95 % lie within so many standard deviations.
    private const double Deviations = 1.959963984540054;

    /// <param name="part">How many it holds for.</param>
    /// <param name="whole">Of how many, at least one.</param>
    public Proportion(int part, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(whole, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        Value = (double)part / whole;
        double square = Deviations * Deviations / whole;
        double center = (Value + (square / 2)) / (1 + square);
        double half = Deviations / (1 + square) * Math.Sqrt(((Value * (1 - Value)) + (square / 4)) / whole);
        Low = part == 0 ? 0 : center - half;
        High = part == whole ? 1 : center + half;
    }

    /// <summary>The share, from 0 to 1.</summary>
    public double Value { get; }

    /// <summary>The lower end of Wilson's 95 % interval.</summary>
    public double Low { get; }

    /// <summary>The upper end.</summary>
    public double High { get; }

    /// <summary>The share and its interval: <c>98.71 % (98.47 to 98.91 %)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Value * 100:F2} % ({Low * 100:F2} to {High * 100:F2} %)");
}
