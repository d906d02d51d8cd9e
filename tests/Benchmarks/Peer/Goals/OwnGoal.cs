using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peer.Goals;

/// <summary>A quantity that is wanted of this side, whatever the peers reach.</summary>
internal sealed record OwnGoal(string What, Func<NetworkComparison, double?> Quantity, bool AtMost, Func<NetworkEntry, double?> Wanted)
    : Goal(What, AtMost, Wanted)
{
    protected override (double Measured, double Ours, IReadOnlyList<double?> Theirs, double? Ratio)? Measure(NetworkComparison comparison) =>
        Quantity(comparison) is { } ours ? (ours, ours, [.. comparison.Theirs.Select(_ => (double?)null)], null) : null;
}
