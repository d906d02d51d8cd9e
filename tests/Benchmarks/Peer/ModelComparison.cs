namespace CnnGen.Benchmarks.Peer;

/// <summary>What both sides reached with one network.</summary>
internal sealed record ModelComparison(int Number, Figures Ours, Figures Theirs);
