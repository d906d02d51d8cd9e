namespace CnnGen;

/// <summary>Whether a network is right as often as it says it is.</summary>
public sealed class Calibration
{
    private const int BinCount = 10;

    internal Calibration(IReadOnlyList<ExampleResult> results)
    {
        var bins = new List<ExampleResult>[BinCount];
        for (int i = 0; i < BinCount; i++)
        {
            bins[i] = [];
        }

        foreach (ExampleResult result in results)
        {
            bins[Math.Clamp((int)(result.Confidence * BinCount), 0, BinCount - 1)].Add(result);
        }

        Bins = [.. bins.Select(static (bin, i) => CalibrationBin.Of((double)i / BinCount, (double)(i + 1) / BinCount, bin))];
        Error = Bins.Where(static bin => bin.Count > 0).Sum(bin => Math.Abs(bin.Accuracy - bin.Confidence) * bin.Count / results.Count);
    }

    /// <summary>Ten bins of equal width, by the probability that the network gives to the class that it says.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; }

    /// <summary>
    /// The expected calibration error: how far confidence and accuracy of a bin are from each other, on average over the examples. Zero is
    /// best.
    /// </summary>
    public double Error { get; }
}

/// <summary>Examples of which a network is about equally sure.</summary>
/// <param name="From">The least probability in the bin.</param>
/// <param name="To">The probability at which the next bin begins.</param>
/// <param name="Count">Examples.</param>
/// <param name="Confidence">The mean probability of the class that the network says; NaN without examples.</param>
/// <param name="Accuracy">The share that is right; NaN without examples.</param>
public sealed record CalibrationBin(double From, double To, int Count, double Confidence, double Accuracy)
{
    internal static CalibrationBin Of(double from, double to, List<ExampleResult> results) => results.Count == 0
        ? new(from, to, 0, double.NaN, double.NaN)
        : new(from, to, results.Count, results.Average(static result => result.Confidence), results.Average(static result => result.IsRight ? 1.0 : 0.0));
}
