using CnnGen.Benchmarks.SeedModels;

namespace CnnGen.Benchmarks.Peer;

/// <summary>This program, started once more.</summary>
internal sealed class ThisProgram : IContestant
{
    public SeedMeasurement Measure(SeedModelRun run, int model) =>
        SeedMeasurement.FromJson(MeasurementProcess.Run(MeasurementProcess.ThisProgram, ["seed-models", .. run.ToArguments(model)]));

    public LatencyMeasurement MeasureLatency(int model, int threads, int calls) =>
        LatencyMeasurement.FromJson(MeasurementProcess.Run(MeasurementProcess.ThisProgram, ["latency", .. LatencyCommand.ToArguments(model, threads, calls)]));
}
