using CnnGen.Benchmarks.Measuring;

namespace CnnGen.Benchmarks.Peer.Contestants;

/// <summary>Another build of this program, with another backend.</summary>
internal sealed class BuiltProgram : IContestant
{
    private readonly string[] _start;

    /// <param name="assembly">Its CnnGen.Benchmarks.dll.</param>
    public BuiltProgram(string assembly) => _start = File.Exists(assembly)
        ? ["dotnet", assembly]
        : throw new FileNotFoundException($"there is no {assembly}; build it with dotnet build -c Release tests/Benchmarks -p:TorchBackend=TorchSharp.");

    public string Name => "the other build";

    public IEnumerable<Func<NetworkMeasurement>> Turn(NetworkRun run) =>
        Attempts.Threads(run).Select<NetworkRun, Func<NetworkMeasurement>>(attempt => () => Measure(attempt));

    private NetworkMeasurement Measure(NetworkRun run) =>
        NetworkMeasurement.FromJson(MeasurementProcess.Run(_start, ["networks", .. run.ToArguments()], TunedAllocator.Environment));
}
