using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peer;

/// <summary>What all sides reached with one network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Ours">This build, with all threads.</param>
/// <param name="OursAlone">This build, with one thread.</param>
/// <param name="Theirs">The peers, always in the same order.</param>
internal sealed record NetworkComparison(NetworkEntry Network, Figures Ours, Figures OursAlone, IReadOnlyList<Figures> Theirs);
