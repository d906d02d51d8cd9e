using System.Globalization;

namespace CnnGen.Generator.Layers;

/// <summary>The numbers that an argument takes, and how a message says so. Infinity and what is no number are in none.</summary>
internal sealed class Range
{
    public static readonly Range Finite = new(double.NegativeInfinity, false, double.PositiveInfinity, false);

    /// <summary>What does not overflow on its way to a tensor.</summary>
    public static readonly Range Float = new(-float.MaxValue, true, float.MaxValue, true, "a number that a float can hold");

    private readonly double _least;
    private readonly bool _isLeastIn;
    private readonly double _most;
    private readonly bool _isMostIn;
    private readonly string? _words;

    private Range(double least, bool isLeastIn, double most, bool isMostIn, string? words = null)
    {
        _least = least;
        _isLeastIn = isLeastIn;
        _most = most;
        _isMostIn = isMostIn;
        _words = words;
    }

    public static Range AtLeast(int least) => new(least, true, double.PositiveInfinity, false);

    public static Range Above(int least) => new(least, false, double.PositiveInfinity, false);

    public static Range Between(int least, int most) => new(least, true, most, true);

    /// <summary>The first bound is in it, the second one is not.</summary>
    public static Range FromUpTo(int least, int most) => new(least, true, most, false);

    public bool Holds(double value) =>
        (value > _least || (_isLeastIn && value == _least)) && (value < _most || (_isMostIn && value == _most));

    /// <summary>What a value must be that is not: <c>at least 0 and less than 1</c>.</summary>
    public string Words(double value)
    {
        if (_words is not null || this == Finite)
        {
            return _words ?? "a finite number";
        }

        string words = _isMostIn ? $"between {Text(_least)} and {Text(_most)}" : (_isLeastIn ? "at least " : "larger than ") + Text(_least);
        return (_isMostIn, double.IsInfinity(_most)) switch
        {
            (false, false) => $"{words} and less than {Text(_most)}",
            // Infinity is at least 0, and still refused.
            (false, true) when double.IsPositiveInfinity(value) => $"a finite number {(_isLeastIn ? "of " : "")}{words}",
            _ => words,
        };
    }

    /// <summary>The whole number in the range that one outside it may have been meant for; <see langword="null"/> for none.</summary>
    public int? Instead(int value) => Holds(-(double)value) ? -value
        : value < _least && Holds(_least) ? (int)_least
        : value > _most && Holds(_most) ? (int)_most
        : null;

    /// <summary>The same of a real number, which may have been meant as percent.</summary>
    public double? Instead(double value) => _most == 1 && Holds(value / 100) ? value / 100 : Holds(-value) ? -value : null;

    private static string Text(double bound) => bound.ToString(CultureInfo.InvariantCulture);
}
