using CnnGen.Benchmarks.Measuring;

namespace CnnGen.Benchmarks.Peer.Contestants;

/// <summary>The ways in which a peer is measured, of which the better counts.</summary>
internal static class Attempts
{
    /// <summary>With one thread and with all: small networks lose more by a second thread than they gain.</summary>
    public static IEnumerable<NetworkRun> Threads(NetworkRun run) => new[] { run, run with { Threads = 1 } }.Distinct();
}
