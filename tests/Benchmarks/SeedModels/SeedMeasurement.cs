using System.Text.Json;
using System.Text.Json.Serialization;

namespace CnnGen.Benchmarks.SeedModels;

/// <summary>One line of <c>seed-models</c>; the PyTorch script prints the same.</summary>
internal sealed record SeedMeasurement
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required int Model { get; init; }

    /// <summary>Where a pixel's channels lie: <c>nhwc</c> side by side, <c>nchw</c> a plane apart.</summary>
    public required string Layout { get; init; }

    public required int Threads { get; init; }

    public required int Batch { get; init; }

    [JsonPropertyName("train_images_per_s")]
    public required double TrainImagesPerSecond { get; init; }

    [JsonPropertyName("infer_images_per_s")]
    public required double InferImagesPerSecond { get; init; }

    /// <summary>Of the last batch of the last pass.</summary>
    public required double Loss { get; init; }

    [JsonPropertyName("peak_rss_mb")]
    public required double PeakMegabytes { get; init; }

    /// <summary>Managed memory that a training step takes; null where nobody counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? StepAllocatedBytes { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static SeedMeasurement FromJson(string line) => JsonSerializer.Deserialize<SeedMeasurement>(line, Format)!;
}
