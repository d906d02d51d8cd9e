using System.Diagnostics;
using CnnGen.Samples.Mnist;
using TorchSharp;

namespace CnnGen.Benchmarks.SeedModels;

using Mnist = CnnGen.Mnist;

/// <summary>Measures one network: training through its trainer, inference through Predict, both once warm.</summary>
internal static class SeedBenchmark
{
    private static readonly string Layout = typeof(torch).Assembly.GetName().Name == "TorchSharp" ? "nchw" : "nhwc";

    public static SeedMeasurement Measure(int number, SeedModelRun run)
    {
        torch.set_num_threads(run.Threads);
        torch.manual_seed(0);
        using var model = ModelCatalog.All[number - 1].Create();
        var batches = Cut(Mnist.Load(run.Data, Path.Combine(AppContext.BaseDirectory, "Digits")).Train.Take(run.Images), run.BatchSize);

        var (train, loss, allocated) = MeasureTraining(model, batches, run.Repeat);
        var infer = MeasureInference(model, batches, run.Repeat);
        return new SeedMeasurement
        {
            Model = number,
            Layout = Layout,
            Threads = run.Threads,
            Batch = run.BatchSize,
            TrainImagesPerSecond = Math.Round(train, 1),
            InferImagesPerSecond = Math.Round(infer, 1),
            Loss = Math.Round(loss, 4),
            StepAllocatedBytes = allocated,
            PeakMegabytes = Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, 1),
        };
    }

    private static (double ImagesPerSecond, double Loss, long AllocatedBytes) MeasureTraining(ITrainableModel model, List<Batch> batches, int repeat)
    {
        using var trainer = model.CreateTrainer(1e-3);
        double loss = 0;
        var speed = BestSpeed(batches, repeat, batch => loss = trainer.Step(batch).Loss);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var batch in batches) loss = trainer.Step(batch).Loss;
        return (speed, loss, (GC.GetAllocatedBytesForCurrentThread() - before) / batches.Count);
    }

    private static double MeasureInference(ITrainableModel model, List<Batch> batches, int repeat)
    {
        var outputs = new Memory<float>[] { new float[batches[0].Count * model.Outputs[0].Size] };
        return BestSpeed(batches, repeat, batch => model.Predict(batch, outputs));
    }

    private static double BestSpeed(List<Batch> batches, int repeat, Action<Batch> work)
    {
        WarmUp.Run(() => batches.ForEach(work));
        double best = 0;
        for (var pass = 0; pass < repeat; pass++)
        {
            var watch = Stopwatch.StartNew();
            batches.ForEach(work);
            best = Math.Max(best, batches.Sum(batch => batch.Count) / watch.Elapsed.TotalSeconds);
        }

        return best;
    }

    /// <summary>All images as numbers, laid out before the clock starts: the PyTorch script does the same.</summary>
    private static List<Batch> Cut(ImageDataset digits, int size)
    {
        var all = new BatchBuffer(digits, digits.Count).Fill(0, digits.Count);
        var pixels = digits.Height * digits.Width * digits.Channels;
        return
        [
            .. Enumerable.Range(0, (digits.Count + size - 1) / size).Select(i => i * size).Select(start =>
            {
                var count = Math.Min(size, digits.Count - start);
                return Batch.Of(count, all.Inputs[0].Slice(start * pixels, count * pixels), all.Targets[0].Labels.Slice(start, count));
            }),
        ];
    }
}
