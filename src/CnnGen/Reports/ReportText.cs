using System.Globalization;

namespace CnnGen;

/// <summary>Numbers as the report writes them, the same in every culture.</summary>
internal static class ReportText
{
    /// <summary><c>98.71 %</c>.</summary>
    public static string Percent(double share, int decimals = 2) => Number(share * 100, decimals) + " %";

    /// <summary><c>121,930</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Number(double value, int decimals) =>
        double.IsFinite(value) ? value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "–";

    /// <summary><c>4.2 s</c>, <c>3 min 5 s</c>.</summary>
    public static string Seconds(double seconds)
    {
        if (seconds < 60)
        {
            return Number(seconds, 1) + " s";
        }

        var time = TimeSpan.FromSeconds(Math.Round(seconds));
        return time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s");
    }

    /// <summary>A count in a picture: <c>1.6 k</c>, <c>2.3 M</c>.</summary>
    public static string Short(double count) => count switch
    {
        >= 1e6 => (count / 1e6).ToString("0.#", CultureInfo.InvariantCulture) + " M",
        >= 1e4 => (count / 1e3).ToString("0", CultureInfo.InvariantCulture) + " k",
        >= 1e3 => (count / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " k",
        _ => count.ToString("0.##", CultureInfo.InvariantCulture),
    };

    /// <summary><c>1 epoch</c>, <c>5 epochs</c>.</summary>
    public static string Plural(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary><c>a, b and c</c>.</summary>
    public static string AllOf(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1];

    /// <summary><c>28×28×1</c>; of a vector its length.</summary>
    public static string Shape(IReadOnlyList<int> shape) => string.Join("×", shape.Select(static size => Count(size)));
}
