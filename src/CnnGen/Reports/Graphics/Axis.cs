using System.Globalization;

namespace CnnGen;

/// <summary>One axis of a chart: from which number to which, even or by powers of ten.</summary>
/// <param name="Title">What it measures, with the unit.</param>
/// <param name="Low">The number at its beginning.</param>
/// <param name="High">The number at its end, above <paramref name="Low"/>.</param>
/// <param name="IsLogarithmic">Whether equal steps are equal factors.</param>
internal sealed record Axis(string Title, double Low, double High, bool IsLogarithmic = false)
{
    private const int MostTicks = 6;

    /// <summary>How a number is written at it.</summary>
    public Func<double, string> Text { get; init; } = static value => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Numbers that must be whole, such as epochs.</summary>
    public bool IsWhole { get; init; }

    /// <summary>An axis with room for all values, and a little air.</summary>
    public static Axis Around(string title, IEnumerable<double> values, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        (double low, double high) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        double air = high > low ? (high - low) * 0.06 : Math.Max(Math.Abs(high) * 0.06, 0.01);
        return new Axis(title, Math.Max(low - air, least), Math.Min(high + air, most));
    }

    /// <summary>The same by powers of ten, for values above zero.</summary>
    public static Axis Powers(string title, IReadOnlyCollection<double> values) =>
        new(title, values.Min() / 1.6, values.Max() * 1.6, IsLogarithmic: true) { Text = ReportText.Short };

    /// <summary>Where a number stands, from 0 to 1.</summary>
    public double Place(double value) => IsLogarithmic
        ? Math.Log(value / Low) / Math.Log(High / Low)
        : (value - Low) / (High - Low);

    /// <summary>Round numbers along it.</summary>
    public IReadOnlyList<double> Ticks() => IsLogarithmic ? PowerTicks() : EvenTicks();

    private List<double> EvenTicks()
    {
        double rough = (High - Low) / (MostTicks - 1);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = new[] { 1.0, 2, 5, 10 }.First(factor => factor * power >= rough * 0.999) * power;
        if (IsWhole)
        {
            step = Math.Max(1, Math.Round(step));
        }

        List<double> ticks = [];
        for (double tick = Math.Ceiling((Low / step) - 1e-9) * step; tick <= High + (step * 1e-9); tick += step)
        {
            ticks.Add(Math.Round(tick, 10) + 0.0);
        }

        return ticks;
    }

    private List<double> PowerTicks()
    {
        double[] factors = High / Low > 100 ? [1] : High / Low > 8 ? [1, 3] : [1, 1.5, 2, 3, 5, 7];
        List<double> ticks = [];
        for (double power = Math.Pow(10, Math.Floor(Math.Log10(Low))); power <= High; power *= 10)
        {
            ticks.AddRange(factors.Select(factor => factor * power).Where(tick => tick >= Low && tick <= High));
        }

        return ticks;
    }
}
