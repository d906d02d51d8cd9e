using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peer.Goals;

/// <summary>A quantity whose ratio to the best peer's is wanted.</summary>
internal sealed record RatioGoal(string What, Func<NetworkMeasurement, double?> Quantity, bool AtMost, Func<NetworkEntry, double?> Wanted)
    : Goal(What, AtMost, Wanted)
{
    protected override (double Measured, double Ours, IReadOnlyList<double?> Theirs, double? Ratio)? Measure(NetworkComparison comparison)
    {
        double?[] theirs = [.. comparison.Theirs.Select(Best)];
        var best = AtMost ? theirs.Min() : theirs.Max();
        return Best(comparison.Ours) is { } ours && ours / best is { } ratio ? (ratio, ours, theirs, ratio) : null;
    }

    private double? Best(Figures side) => AtMost ? side.Least(Quantity) : side.Most(Quantity);
}
