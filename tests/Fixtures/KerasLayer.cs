using System.Text.Json;

namespace CnnGen.Fixtures;

/// <summary>A layer as the fixtures describe it: Keras's class, and its arguments by Keras's names.</summary>
internal sealed record KerasLayer
{
    public required string Class { get; init; }

    public required string? Name { get; init; }

    /// <summary>The inputs and layers that it reads; empty in a sequential model.</summary>
    public required IReadOnlyList<string> Inbound { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Arguments { get; init; }

    /// <summary>Whether it says <c>trainable: false</c>.</summary>
    public required bool IsFrozen { get; init; }

    public bool IsChannelsFirst => Arguments.TryGetValue("data_format", out JsonElement format) && format.GetString() == "channels_first";

    /// <summary>How many axes a size of this layer has, which stands in the name of its class; 0 where it does not.</summary>
    public int Axes => Class[^1] == 'D' || Class.EndsWith("Transpose", StringComparison.Ordinal)
        ? Class.FirstOrDefault(char.IsAsciiDigit, '0') - '0'
        : 0;

    public static KerasLayer Parse(JsonElement layer) => new()
    {
        Class = layer.GetProperty("class").GetString()!,
        Name = layer.TryGetProperty("name", out JsonElement name) ? name.GetString() : null,
        Inbound = layer.Strings("inbound"),
        Arguments = layer.TryGetProperty("args", out JsonElement arguments) ? arguments.EnumerateObject().ToDictionary(a => a.Name, a => a.Value) : [],
        IsFrozen = layer.TryGetProperty("trainable", out JsonElement trainable) && !trainable.GetBoolean(),
    };
}
