using CnnGen.Benchmarks.Measuring;
using Microsoft.ML.OnnxRuntime;

namespace CnnGen.Benchmarks.Onnx;

/// <summary>Measures inference of one network in ONNX Runtime.</summary>
internal static class OnnxBenchmark
{
    /// <param name="run">What to measure, and how.</param>
    /// <param name="many">The model for the network's batches.</param>
    /// <param name="one">The model for one image.</param>
    public static NetworkMeasurement Measure(NetworkRun run, string many, string one)
    {
        // One session after the other: a session's threads wait for work in a loop, and would take the other's time.
        var secondsOfBatch = Time(run, many, run.Network.BatchSize, session => Clock.BestSeconds(session.Run, run.Seconds));
        var secondsOfImage = Time(run, one, 1, session => Clock.Median(session.Run, run.Seconds).Seconds);
        return new NetworkMeasurement
        {
            Network = run.Network.Name,
            Library = $"ONNX Runtime {OrtEnv.Instance().GetVersionString()}",
            Threads = run.Threads,
            InferImagesPerSecond = Math.Round(run.Network.BatchSize / secondsOfBatch, 2),
            ImageMicroseconds = Math.Round(secondsOfImage * 1e6, 1),
        };
    }

    private static double Time(NetworkRun run, string model, int count, Func<OnnxSession, double> clock)
    {
        using var session = new OnnxSession(model, run.Threads, run.Network, count);
        return clock(session);
    }
}
