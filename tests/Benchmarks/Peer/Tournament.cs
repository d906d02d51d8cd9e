using System.Globalization;
using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Networks;
using CnnGen.Benchmarks.Peer.Contestants;

namespace CnnGen.Benchmarks.Peer;

/// <summary>Each side has its turn before any has its next, so that what disturbs the machine disturbs all.</summary>
/// <param name="peers">The sides beside this build.</param>
/// <param name="rounds">Turns of each side.</param>
internal sealed class Tournament(IReadOnlyList<IContestant> peers, int rounds)
{
    private readonly ThisBuild _ours = new();

    public NetworkComparison Play(NetworkRun run)
    {
        var ours = new Figures(_ours.Name);
        Figures[] theirs = [.. peers.Select(peer => new Figures(peer.Name))];
        for (var round = 0; round < rounds; round++)
        {
            foreach (var measure in _ours.Turn(run)) ours.Add(Report(measure()));
            for (var peer = 0; peer < peers.Count; peer++) AddTurn(theirs[peer], peers[peer], run);
        }

        CheckParameters(run.Network, ours, theirs);
        return new NetworkComparison(run.Network, ours.With(run.Threads), ours.With(1), theirs);
    }

    // A peer that cannot do something shall not cost the hour that the others took: its figure is missing, and the reason is told.
    private static void AddTurn(Figures figures, IContestant peer, NetworkRun run)
    {
        foreach (var measure in peer.Turn(run))
        {
            try
            {
                figures.Add(Report(measure()));
            }
            catch (InvalidOperationException error)
            {
                Console.Error.WriteLine($"{run.Network.Name}, {peer.Name}: {error.Message}");
            }
        }
    }

    private static NetworkMeasurement Report(NetworkMeasurement measurement)
    {
        Console.Error.WriteLine(measurement.ToJson());
        return measurement;
    }

    /// <summary>As many weights are to be learned on all sides, or it is not the same network.</summary>
    private static void CheckParameters(NetworkEntry network, Figures ours, IEnumerable<Figures> theirs)
    {
        foreach (var peer in theirs)
        {
            if (peer.Parameters is { } count && count != ours.Parameters)
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture, $"{network.Name} has {ours.Parameters} parameters here and {count} in {peer.Library}."));
            }
        }
    }
}
