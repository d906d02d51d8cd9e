using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CnnGen.Tests.Streaming;

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

    /// <summary>A step that ends only when the next batch has been read is not waited for in vain.</summary>
    [Fact]
    public void The_next_batch_is_read_while_a_step_is_made()
    {
        const int BatchSize = 4, Steps = 30;
        var source = new CountedSource(Steps * BatchSize);
        var data = new Dataset(source);
        var feed = new BatchFeed(data, DataMapping.All(data), BatchSize);
        int step = 0;
        foreach (Batch _ in feed.Read(Batches.InOrder(data), _ => BatchSize))
        {
            step++;
            source.AwaitReads(Math.Min(Steps, step + 1) * BatchSize).ShouldBeTrue($"the batch after step {step} is not read beside it");
        }

        step.ShouldBe(Steps);
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

    private sealed class CountedSource(int count) : IExampleSource
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        private readonly object _gate = new();
        private int _reads;

        public int Count => count;

        public IReadOnlyList<DataInput> Inputs { get; } = [new DataInput("x", 1)];

        public IReadOnlyList<DataTarget> Targets => [];

        public void Read(int index, ExampleWriter example)
        {
            example.Input()[0] = index;
            lock (_gate)
            {
                _reads++;
                Monitor.PulseAll(_gate);
            }
        }

        /// <summary>False if so many examples have not been read after a minute.</summary>
        public bool AwaitReads(int reads)
        {
            lock (_gate)
            {
                while (_reads < reads)
                {
                    if (!Monitor.Wait(_gate, Patience)) return false;
                }
            }

            return true;
        }
    }
}
