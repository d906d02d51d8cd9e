using CnnGen.Benchmarks.SeedModels;

namespace CnnGen.Benchmarks.Peer;

/// <summary>A side of the comparison: something that trains and runs the six networks.</summary>
internal interface IContestant
{
    SeedMeasurement Measure(SeedModelRun run, int model);

    LatencyMeasurement MeasureLatency(int model, int threads, int calls);
}
