using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CnnGen.Benchmarks.Kill;

/// <summary>What a training of the sample has left in its folder, and whether another one has left the same, measured times apart.</summary>
internal sealed class TrainingFiles(string folder)
{
    // What a clock has measured, by its name in a table and in a line of JSON.
    private static readonly string[] Times = ["seconds", "images_per_second"];

    /// <summary>The names of what differs.</summary>
    public IReadOnlyList<string> Differences(TrainingFiles other) =>
    [
        .. Differs("weights.safetensors", other, static path => File.ReadAllBytes(path)),
        .. Differs("best.safetensors", other, static path => File.ReadAllBytes(path)),
        .. Differs("checkpoint.safetensors", other, TensorsOf),
        .. Differs("history.csv", other, TableOf),
        .. Differs("history.jsonl", other, LinesOf),
        .. Differs("tensorboard", other, EventsOf),
        .. Differs("curves.svg", other, static path => File.ReadAllBytes(path)),
    ];

    /// <summary>Seconds of training, without validation.</summary>
    public double Seconds => Lines("history.csv").Skip(1).Sum(line => double.Parse(line.Split(',')[ColumnOf("seconds")], CultureInfo.InvariantCulture));

    /// <summary>How old the newest checkpoint is; null before the first one.</summary>
    public TimeSpan? CheckpointAge => new FileInfo(Path.Combine(folder, "checkpoint.safetensors")) is { Exists: true } file
        ? DateTime.UtcNow - file.LastWriteTimeUtc
        : null;

    private IEnumerable<string> Differs(string name, TrainingFiles other, Func<string, byte[]> content) =>
        content(PathOf(name)).AsSpan().SequenceEqual(content(other.PathOf(name))) ? [] : [name];

    private string PathOf(string name) => Path.Combine(folder, name);

    private string[] Lines(string name) => File.ReadAllLines(PathOf(name));

    private int ColumnOf(string name) => Array.IndexOf(Lines("history.csv")[0].Split(','), name);

    // Weights and optimizer. The record of the training has measured times, and logs remember how long their files were, which is as long as times
    // are in digits.
    private static byte[] TensorsOf(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var start = sizeof(ulong) + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var kept = new MemoryStream();
        foreach (var (name, tensor) in JsonNode.Parse(bytes.AsSpan(sizeof(ulong)..start))!.AsObject())
        {
            if (name != "__metadata__" && !name.StartsWith("cnngen.callback.", StringComparison.Ordinal))
            {
                var offsets = tensor!["data_offsets"]!.AsArray();
                kept.Write(bytes.AsSpan((start + (int)offsets[0]!)..(start + (int)offsets[1]!)));
            }
        }

        return kept.ToArray();
    }

    private static byte[] TableOf(string path)
    {
        var rows = File.ReadAllLines(path).Select(static line => line.Split(',')).ToList();
        var kept = Enumerable.Range(0, rows[0].Length).Where(i => !Times.Contains(rows[0][i])).ToList();
        return Bytes(rows.Select(row => string.Join(',', kept.Select(i => row[i]))));
    }

    private static byte[] LinesOf(string path) => Bytes(File.ReadAllLines(path).Select(static line =>
    {
        var values = JsonNode.Parse(line)!.AsObject();
        foreach (var name in Times)
        {
            values.Remove(name);
        }

        return values.ToJsonString(JsonSerializerOptions.Default);
    }));

    // A record: its length, the length's sum, the event, its sum. An event begins with its time: a byte and a double.
    private static byte[] EventsOf(string directory)
    {
        var bytes = File.ReadAllBytes(Directory.GetFiles(directory).Single());
        var kept = new MemoryStream();
        for (var at = 0; at < bytes.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            const int Header = 12;
            const int WallTime = 9;
            kept.Write(bytes.AsSpan(at + Header + WallTime, length - WallTime));
            at += Header + length + sizeof(uint);
        }

        return kept.ToArray();
    }

    private static byte[] Bytes(IEnumerable<string> lines) => System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines));
}
