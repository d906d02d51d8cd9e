namespace CnnGen.Benchmarks.Peer.Goals;

/// <summary>How far a goal was reached with one network.</summary>
/// <param name="Ours">The quantity here.</param>
/// <param name="Theirs">The quantity of each peer; null where it has none.</param>
/// <param name="Ratio">Ours to the best peer's; null where the quantity itself is wanted.</param>
/// <param name="Wanted">What is wanted of the ratio, or of the quantity.</param>
/// <param name="IsMet">Whether it was reached.</param>
internal sealed record Answer(double Ours, IReadOnlyList<double?> Theirs, double? Ratio, double Wanted, bool IsMet);
