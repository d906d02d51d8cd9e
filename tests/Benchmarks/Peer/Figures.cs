using CnnGen.Benchmarks.SeedModels;

namespace CnnGen.Benchmarks.Peer;

/// <summary>What one side reached with one network: the best of its turns.</summary>
internal sealed class Figures
{
    public double TrainImagesPerSecond { get; private set; }

    public double InferImagesPerSecond { get; private set; }

    public double LatencyMicroseconds { get; private set; } = double.PositiveInfinity;

    public double PeakMegabytes { get; private set; } = double.PositiveInfinity;

    /// <summary>Of training, with one thread.</summary>
    public double SingleThreadImagesPerSecond { get; private set; }

    /// <summary>How much faster training is with all threads than with one.</summary>
    public double Scaling => TrainImagesPerSecond / SingleThreadImagesPerSecond;

    /// <summary>What was measured, as it calls itself.</summary>
    public string Library { get; private set; } = "";

    public void AddTurn(IContestant side, SeedModelRun run, int model, int calls)
    {
        var all = side.Measure(run, model);
        TrainImagesPerSecond = Math.Max(TrainImagesPerSecond, all.TrainImagesPerSecond);
        InferImagesPerSecond = Math.Max(InferImagesPerSecond, all.InferImagesPerSecond);
        PeakMegabytes = Math.Min(PeakMegabytes, all.PeakMegabytes);

        // One thread takes its time; a quarter of the images is enough for its speed.
        var single = side.Measure(run with { Threads = 1, Images = Math.Max(run.BatchSize, run.Images / 4) }, model);
        SingleThreadImagesPerSecond = Math.Max(SingleThreadImagesPerSecond, single.TrainImagesPerSecond);

        var latency = side.MeasureLatency(model, run.Threads, calls);
        LatencyMicroseconds = Math.Min(LatencyMicroseconds, latency.MedianMicroseconds);
        Library = latency.Library;
    }
}
