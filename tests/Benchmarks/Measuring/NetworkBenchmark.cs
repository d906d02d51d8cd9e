using System.Diagnostics;
using CnnGen.Benchmarks.Networks;
using TorchSharp;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>Measures one network: making it, training steps, inference of a batch and of one image.</summary>
internal static class NetworkBenchmark
{
    public static NetworkMeasurement Measure(NetworkRun run)
    {
        torch.set_num_threads(run.Threads);
        torch.manual_seed(0);
        var watch = Stopwatch.StartNew();
        using var subject = run.Network.Create();
        var figures = new NetworkMeasurement
        {
            Network = run.Network.Name,
            Library = Library(),
            Threads = run.Threads,
            Parameters = ((torch.nn.Module)subject.Model).parameters().Sum(parameter => parameter.numel()),
            CreateMilliseconds = Math.Round(watch.Elapsed.TotalMilliseconds, 1),
        };

        // Training comes first: the peak of memory is its own.
        if (run.What != Measured.Inference) figures = WithTraining(figures, subject, run);
        return run.What != Measured.Training ? WithInference(figures, subject.Model, run) : figures;
    }

    private static string Library()
    {
        var name = typeof(torch).Assembly.GetName();
        return $"{name.Name} {name.Version!.ToString(3)}";
    }

    private static NetworkMeasurement WithTraining(NetworkMeasurement figures, ISubject subject, NetworkRun run)
    {
        using var steps = subject.Train(run.Network, NetworkRun.Batches);
        var seconds = Clock.BestSeconds(steps.Take, run.Seconds);
        return figures with
        {
            TrainImagesPerSecond = Math.Round(run.Network.BatchSize / seconds, 2),
            PeakMegabytes = Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, 1),
        };
    }

    private static NetworkMeasurement WithInference(NetworkMeasurement figures, ICnnModel model, NetworkRun run)
    {
        var network = run.Network;
        Batch[] batches = [.. Enumerable.Range(0, NetworkRun.Batches).Select(seed => Noise.ImageBatch(network, network.BatchSize, seed))];
        var (answers, next) = (Answers(model, network.BatchSize), 0);
        var many = Clock.BestSeconds(() => model.Predict(batches[next++ % batches.Length], answers), run.Seconds);

        var (image, answer) = (Noise.ImageBatch(network, 1, 0), Answers(model, 1));
        var one = Clock.Median(() => model.Predict(image, answer), run.Seconds);
        return figures with
        {
            InferImagesPerSecond = Math.Round(network.BatchSize / many, 2),
            ImageMicroseconds = Math.Round(one.Seconds * 1e6, 1),
            ImageAllocatedBytes = one.Bytes,
        };
    }

    public static Memory<float>[] Answers(ICnnModel model, int count) => [.. model.Outputs.Select(output => new float[count * output.Size].AsMemory())];
}
