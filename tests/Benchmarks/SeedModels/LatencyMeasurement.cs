using System.Text.Json;
using System.Text.Json.Serialization;

namespace CnnGen.Benchmarks.SeedModels;

/// <summary>One line of <c>latency</c>.</summary>
internal sealed record LatencyMeasurement
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required int Model { get; init; }

    public required int Threads { get; init; }

    /// <summary>Of the calls of this run, each with one image.</summary>
    [JsonPropertyName("median_us")]
    public required double MedianMicroseconds { get; init; }

    /// <summary>What was measured: a library and its version.</summary>
    public required string Library { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Format);
}
