using System.Globalization;

namespace CnnGen.Samples.Mnist.Reports;

/// <summary>A bar for the probability of each digit.</summary>
internal static class ProbabilityBars
{
    private const int Width = 40;

    // Eighths of a character cell, so that small probabilities are seen too.
    private const string Eighths = " ▏▎▍▌▋▊▉";

    public static IEnumerable<string> Draw(IReadOnlyList<float> probabilities) =>
        probabilities.Select((probability, digit) => string.Create(CultureInfo.InvariantCulture, $"{digit} {probability * 100,6:F2} % {Bar(probability)}").TrimEnd());

    private static string Bar(float probability)
    {
        var eighths = (int)Math.Round(probability * Width * 8);
        var full = new string('█', eighths / 8);
        return eighths % 8 == 0 ? full : full + Eighths[eighths % 8];
    }
}
