using CnnGen.Benchmarks.SeedModels;

namespace CnnGen.Benchmarks.Peer;

/// <summary>This program, started once more, or another build of it.</summary>
/// <param name="start">The command that starts it.</param>
internal sealed class BuiltProgram(string[] start) : IContestant
{
    /// <summary>The build that is running.</summary>
    public static BuiltProgram This { get; } = new(MeasurementProcess.ThisProgram);

    /// <summary>A build with another backend.</summary>
    /// <param name="assembly">Its CnnGen.Benchmarks.dll.</param>
    public static BuiltProgram At(string assembly) => File.Exists(assembly)
        ? new BuiltProgram(["dotnet", assembly])
        : throw new FileNotFoundException($"there is no {assembly}; build it with dotnet build -c Release tests/Benchmarks -p:TorchBackend=TorchSharp.");

    public SeedMeasurement Measure(SeedModelRun run, int model) =>
        SeedMeasurement.FromJson(MeasurementProcess.Run(start, ["seed-models", .. run.ToArguments(model)]));

    public LatencyMeasurement MeasureLatency(int model, int threads, int calls) =>
        LatencyMeasurement.FromJson(MeasurementProcess.Run(start, ["latency", .. LatencyCommand.ToArguments(model, threads, calls)]));
}
