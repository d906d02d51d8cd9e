using System.Text.Json;

namespace CnnGen.Fixtures;

/// <summary>One line of a corpus: a model, and what Keras says of it.</summary>
internal sealed record Fixture
{
    public required string Id { get; init; }

    public required KerasModel Model { get; init; }

    /// <summary>The rows that Keras reports, in order of declaration; for a refused model those above its fault.</summary>
    public required IReadOnlyList<KerasReport> Rows { get; init; }

    /// <summary>Keras 2's text; <see langword="null"/> where the line has none.</summary>
    public required string? Summary2 { get; init; }

    /// <summary>Keras 3's text; <see langword="null"/> where the line has none.</summary>
    public required string? Summary3 { get; init; }

    /// <summary>Where Keras refuses the model; <see langword="null"/> for one that it accepts.</summary>
    public required KerasRefusal? Refusal { get; init; }

    /// <summary>Reads a line; <see langword="null"/> if it is no model with an answer.</summary>
    public static Fixture? Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement fixture = document.RootElement.Clone();
        if (fixture.ValueKind != JsonValueKind.Object || !fixture.TryGetProperty("model", out JsonElement model))
        {
            return null;
        }

        bool isRefused = fixture.TryGetProperty("reject", out JsonElement refusal);
        if (!isRefused && !fixture.TryGetProperty("expect", out _))
        {
            return null;
        }

        return new Fixture
        {
            Id = fixture.GetProperty("id").GetString()!,
            Model = KerasModel.Parse(model),
            Rows = [.. ReportedRows(fixture).Select(KerasReport.Parse)],
            Summary2 = fixture.TryGetProperty("summary_k2", out JsonElement summary2) ? summary2.GetString() : null,
            Summary3 = fixture.TryGetProperty("summary_k3", out JsonElement summary3) ? summary3.GetString() : null,
            Refusal = isRefused
                ? new KerasRefusal(refusal.GetProperty("layer_index").GetInt32(), $"{refusal.GetProperty("layer")}: {refusal.GetProperty("reason")}")
                : null,
        };
    }

    private static IEnumerable<JsonElement> ReportedRows(JsonElement fixture)
    {
        if (fixture.TryGetProperty("expect", out JsonElement expected))
        {
            return expected.GetProperty("layers").EnumerateArray();
        }

        return fixture.TryGetProperty("valid_prefix", out JsonElement prefix) && prefix.ValueKind == JsonValueKind.Array ? prefix.EnumerateArray() : [];
    }
}

/// <summary>Where Keras refuses a model.</summary>
/// <param name="Layer">The layer's index; -1 for the outputs.</param>
/// <param name="Reason">The layer's name and what is wrong.</param>
internal sealed record KerasRefusal(int Layer, string Reason);

/// <summary>What Keras reports of a layer; what a line does not say is <see langword="null"/>.</summary>
internal sealed record KerasReport(string Name, string Shape, long Parameters, long? Trainable)
{
    public static KerasReport Parse(JsonElement row) => new(
        row.GetProperty("name").GetString()!,
        string.Join('×', row.GetProperty("output_shape").EnumerateArray().Skip(1)),
        row.GetProperty("params").GetInt64(),
        row.TryGetProperty("trainable", out JsonElement trainable) ? trainable.GetInt64() : null);
}
