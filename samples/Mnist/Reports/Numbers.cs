using System.Globalization;

namespace CnnGen.Samples.Mnist.Reports;

/// <summary>Numbers as all commands write them, the same in every culture.</summary>
internal static class Numbers
{
    public static string Loss(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    public static string Accuracy(double? value) => (value ?? double.NaN).ToString("F4", CultureInfo.InvariantCulture);

    public static string Percent(double value) => (value * 100).ToString("F2", CultureInfo.InvariantCulture) + " %";

    public static string Rate(double imagesPerSecond) => imagesPerSecond.ToString("N0", CultureInfo.InvariantCulture) + " images/s";

    public static string Seconds(double seconds) => seconds.ToString("F1", CultureInfo.InvariantCulture) + " s";

    /// <summary>A time to wait: <c>1:05</c>.</summary>
    public static string Time(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(99).TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes}:{time.Seconds:00}");
    }

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    public static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The last line of <c>train</c> and <c>evaluate</c>, which other programs read.</summary>
    public static string TestAccuracy(EvaluationResult result) => $"test accuracy: {Accuracy(result.Accuracy)} ({result.Count} images)";
}
