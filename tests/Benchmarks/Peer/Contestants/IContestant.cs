using CnnGen.Benchmarks.Measuring;

namespace CnnGen.Benchmarks.Peer.Contestants;

/// <summary>A side of the comparison: something that trains and runs the networks.</summary>
internal interface IContestant
{
    /// <summary>What it is called before it has said so itself.</summary>
    string Name { get; }

    /// <summary>The measurements of a turn, each in a process of its own: one for each way in which the side may be at its best.</summary>
    IEnumerable<Func<NetworkMeasurement>> Turn(NetworkRun run);
}
