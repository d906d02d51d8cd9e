using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>A layer as a config describes it.</summary>
internal sealed record KerasLayer
{
    public required string ClassName { get; init; }

    public required string Name { get; init; }

    /// <summary>The arguments, by Keras's names.</summary>
    public required JsonElement Arguments { get; init; }

    /// <summary>What each call reads.</summary>
    public required IReadOnlyList<IReadOnlyList<KerasValue>> Calls { get; init; }

    /// <summary>The model that it is; <see langword="null"/> for a layer.</summary>
    public KerasModel? Model { get; init; }

    /// <summary>Whether training changes it.</summary>
    public bool IsTrainable => !(Arguments.TryGetProperty("trainable", out JsonElement trainable) && trainable.ValueKind == JsonValueKind.False);

    /// <summary>Where it has the channels; <see langword="null"/> for a layer that does not care.</summary>
    public DataFormat? Format => Text("data_format") switch
    {
        "channels_first" => DataFormat.ChannelsFirst,
        "channels_last" => DataFormat.ChannelsLast,
        _ => null,
    };

    /// <summary>A text among the arguments.</summary>
    public string? Text(string name) => Arguments.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
