using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peer.Goals;

/// <summary>What is measured, and what is wanted of it.</summary>
/// <param name="What">The quantity and its unit.</param>
/// <param name="AtMost">What is wanted is to be no larger than that, rather than no smaller.</param>
/// <param name="Wanted">What is wanted of a network; null where nothing is.</param>
internal abstract record Goal(string What, bool AtMost, Func<NetworkEntry, double?> Wanted)
{
    /// <summary>How far it was reached; null where nothing is wanted or it was not measured.</summary>
    public Answer? Ask(NetworkComparison comparison) =>
        Wanted(comparison.Network) is { } wanted && Measure(comparison) is var (measured, ours, theirs, ratio)
            ? new Answer(ours, theirs, ratio, wanted, AtMost ? measured <= wanted : measured >= wanted)
            : null;

    /// <summary>The number that is compared with what is wanted, and what is shown beside it.</summary>
    protected abstract (double Measured, double Ours, IReadOnlyList<double?> Theirs, double? Ratio)? Measure(NetworkComparison comparison);
}
