using System.Diagnostics;
using CnnGen.Samples.Mnist;
using TorchSharp;

namespace CnnGen.Benchmarks.SeedModels;

/// <summary>How long one network takes for one image: from an image in ordinary memory to probabilities in ordinary memory.</summary>
internal static class LatencyBenchmark
{
    public static LatencyMeasurement Measure(int number, int threads, int calls)
    {
        torch.set_num_threads(threads);
        torch.manual_seed(0);
        using var model = ModelCatalog.All[number - 1].Create();
        var pixels = model.Architecture.InputShape.Aggregate((a, b) => a * b);
        var outputs = new float[model.Architecture.Layers[^1].OutputShape[^1]];
        var batch = new Batch { Count = 1, Images = RandomImage(pixels), Labels = new long[1] };

        WarmUp.Run(() => model.Predict(batch, outputs));
        var ticks = new long[calls];
        for (var call = 0; call < calls; call++)
        {
            long start = Stopwatch.GetTimestamp();
            model.Predict(batch, outputs);
            ticks[call] = Stopwatch.GetTimestamp() - start;
        }

        Array.Sort(ticks);
        return new LatencyMeasurement
        {
            Model = number,
            Threads = threads,
            MedianMicroseconds = Math.Round(ticks[calls / 2] * 1e6 / Stopwatch.Frequency, 1),
            Library = typeof(torch).Assembly.GetName().Name!,
        };
    }

    private static float[] RandomImage(int pixels)
    {
        var random = new Random(0);
        return [.. Enumerable.Range(0, pixels).Select(_ => random.NextSingle())];
    }
}
