using CnnGen.Benchmarks.Measuring;

namespace CnnGen.Benchmarks.Peer.Contestants;

/// <summary>The build that is running, as its users run it.</summary>
internal sealed class ThisBuild : IContestant
{
    public string Name => "CnnGen";

    /// <summary>With all threads, and training with one as well, to know what the others are worth.</summary>
    public IEnumerable<Func<NetworkMeasurement>> Turn(NetworkRun run)
    {
        yield return () => Measure(run);
        if (run.What != Measured.Inference && run.Threads > 1) yield return () => Measure(run with { Threads = 1, What = Measured.Training });
    }

    private static NetworkMeasurement Measure(NetworkRun run) =>
        NetworkMeasurement.FromJson(MeasurementProcess.Run(MeasurementProcess.ThisProgram, ["networks", .. run.ToArguments()]));
}
