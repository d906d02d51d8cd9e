using System.Diagnostics;
using System.Reflection;
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
        var outputs = new Memory<float>[] { new float[model.Outputs[0].Size] };
        var batch = Batch.Of(1, RandomImage(pixels), new long[1]);

        WarmUp.Run(() => model.Predict(batch, outputs));
        var ticks = new long[calls];
        for (var call = 0; call < calls; call++)
        {
            long start = Stopwatch.GetTimestamp();
            model.Predict(batch, outputs);
            ticks[call] = Stopwatch.GetTimestamp() - start;
        }

        Array.Sort(ticks);
        AssemblyName library = typeof(torch).Assembly.GetName();
        return new LatencyMeasurement
        {
            Model = number,
            Threads = threads,
            MedianMicroseconds = Math.Round(ticks[calls / 2] * 1e6 / Stopwatch.Frequency, 1),
            Library = $"{library.Name} {library.Version!.ToString(3)}",
        };
    }

    private static float[] RandomImage(int pixels)
    {
        var random = new Random(0);
        return [.. Enumerable.Range(0, pixels).Select(_ => random.NextSingle())];
    }
}
