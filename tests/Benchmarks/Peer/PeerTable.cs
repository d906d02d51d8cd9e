using System.Globalization;
using CnnGen.Benchmarks.SeedModels;

namespace CnnGen.Benchmarks.Peer;

/// <summary>The comparison as a Markdown table.</summary>
internal static class PeerTable
{
    public const string Header =
        """
        | model | train, images/s | PyTorch | ratio | infer, images/s | PyTorch | ratio | peak, MB | PyTorch | ratio |
        | -: | -: | -: | -: | -: | -: | -: | -: | -: | -: |
        """;

    /// <summary>The best of each side's turns.</summary>
    public static string Row(IReadOnlyList<SeedMeasurement> ours, IReadOnlyList<SeedMeasurement> theirs)
    {
        string[] cells =
        [
            ours[0].Model.ToString(CultureInfo.InvariantCulture),
            .. Compare(ours.Max(run => run.TrainImagesPerSecond), theirs.Max(run => run.TrainImagesPerSecond)),
            .. Compare(ours.Max(run => run.InferImagesPerSecond), theirs.Max(run => run.InferImagesPerSecond)),
            .. Compare(ours.Min(run => run.PeakMegabytes), theirs.Min(run => run.PeakMegabytes)),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string[] Compare(double ours, double theirs) =>
    [
        ours.ToString("N0", CultureInfo.InvariantCulture),
        theirs.ToString("N0", CultureInfo.InvariantCulture),
        (ours / theirs).ToString("0.00", CultureInfo.InvariantCulture),
    ];
}
