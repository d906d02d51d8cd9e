using System.Globalization;

namespace CnnGen.Terminal;

/// <summary>Numbers and measures as people read them, the same in every culture.</summary>
internal static class Words
{
    public static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    /// <summary>Fits a number into a few characters: <c>0.0312</c>, <c>12.5</c>, <c>3.2E+07</c>.</summary>
    public static string Short(double value) => Math.Abs(value) is >= 100_000 or (> 0 and < 0.0001)
        ? value.ToString("0.0E+00", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) >= 10 ? "0.##" : "0.####", CultureInfo.InvariantCulture);

    public static string Rate(double imagesPerSecond) => imagesPerSecond.ToString("N0", CultureInfo.InvariantCulture) + " images/s";

    public static string Seconds(double seconds) => seconds.ToString("F1", CultureInfo.InvariantCulture) + " s";

    public static string Plain(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");

    /// <summary>A time: <c>1:05</c>, <c>2:01:05</c>.</summary>
    public static string Time(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");

    /// <summary><c>accuracy 0.9876, precision 0.9000</c>.</summary>
    public static string Measures(MeasureValues values, string before = "") =>
        string.Join(", ", values.Select(measure => $"{before}{measure.Key.Replace('_', ' ')} {Number(measure.Value)}"));
}
