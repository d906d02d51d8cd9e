using System.Text.Json;
using System.Text.Json.Serialization;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>One line of <c>networks</c>; <c>onnx</c> and the PyTorch script print the same. What was not measured is null.</summary>
internal sealed record NetworkMeasurement
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required string Network { get; init; }

    /// <summary>What was measured: a library and its version.</summary>
    public required string Library { get; init; }

    public required int Threads { get; init; }

    /// <summary>Where a pixel's channels lie, if that can be chosen.</summary>
    public string? Layout { get; init; }

    /// <summary>Numbers that are learned.</summary>
    public long? Parameters { get; init; }

    [JsonPropertyName("create_ms")]
    public double? CreateMilliseconds { get; init; }

    [JsonPropertyName("train_images_per_s")]
    public double? TrainImagesPerSecond { get; init; }

    /// <summary>Of the process, until the end of training.</summary>
    [JsonPropertyName("peak_mb")]
    public double? PeakMegabytes { get; init; }

    [JsonPropertyName("infer_images_per_s")]
    public double? InferImagesPerSecond { get; init; }

    /// <summary>Median time of inference of one image.</summary>
    [JsonPropertyName("image_us")]
    public double? ImageMicroseconds { get; init; }

    /// <summary>Managed memory that such a call takes, on all threads together.</summary>
    public double? ImageAllocatedBytes { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static NetworkMeasurement FromJson(string line) => JsonSerializer.Deserialize<NetworkMeasurement>(line, Format)!;
}
