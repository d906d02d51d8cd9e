using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CnnGen.Tests.Streaming;

/// <summary>Beside no other tests, whose work would be taken for waiting.</summary>
[CollectionDefinition(nameof(StreamingTests), DisableParallelization = true)]
public sealed class StreamingCollection;

[Collection(nameof(StreamingTests))]
public sealed class StreamingTests : IDisposable
{
    private const long AllowedBytes = 24 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Data_ten_times_larger_than_memory_trains_to_the_same_bits()
    {
        int count = (int)(10 * AllowedBytes / FileSource.PictureSize);
        var pixels = new float[count * FileSource.Side * FileSource.Side];
        var random = new Random(1);
        foreach (ref float pixel in pixels.AsSpan())
        {
            pixel = random.NextSingle();
        }

        string path = _folder.Write("pictures", MemoryMarshal.AsBytes<float>(pixels));

        string[] words = RunWith(AllowedBytes, StreamedTraining.Command, path).Split(' ', StringSplitOptions.TrimEntries);

        long.Parse(words[0], CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(AllowedBytes);
        using var source = new FileSource(path);
        var inMemory = new Dataset(
            InputColumn.Of(source.Inputs[0], pixels), TargetColumn.Of(source.Targets[0], Enumerable.Range(0, count).Select(FileSource.LabelOf).ToArray()));
        words[1].ShouldBe(StreamedTraining.WeightsAfter(inMemory));
    }

    /// <summary>Examples that take a third of a step to read, all of a batch together, are read while the step before is made.</summary>
    [Fact]
    public void Nobody_waits_for_examples_that_are_read_faster_than_a_step()
    {
        // Whatever else the machine does can take a thread's time, but hardly three times in a row.
        double least = 1;
        for (int tries = 0; tries < 3 && least >= 0.05; tries++)
        {
            least = Math.Min(least, ShareOfWaiting(batchSize: 4, steps: 30, TimeSpan.FromMilliseconds(8)));
        }

        least.ShouldBeLessThan(0.05);
    }

    private static double ShareOfWaiting(int batchSize, int steps, TimeSpan example)
    {
        var data = new Dataset(new SlowSource(steps * batchSize, example));
        var feed = new BatchFeed(data, DataMapping.All(data), batchSize);
        long began = Stopwatch.GetTimestamp();
        foreach (Batch _ in feed.Read(Batches.InOrder(data), _ => batchSize))
        {
            Thread.Sleep(example * batchSize * 3);
        }

        return feed.Waited / Stopwatch.GetElapsedTime(began);
    }

    private static string RunWith(long memory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(StreamingTests).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = memory.ToString("X", CultureInfo.InvariantCulture), ["DOTNET_gcServer"] = "0" },
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.Result);
        return said;
    }

    private sealed class SlowSource(int count, TimeSpan time) : IExampleSource
    {
        public int Count => count;

        public IReadOnlyList<DataInput> Inputs { get; } = [new DataInput("x", 1)];

        public IReadOnlyList<DataTarget> Targets => [];

        public void Read(int index, ExampleWriter example)
        {
            Thread.Sleep(time);
            example.Input()[0] = index;
        }
    }
}
