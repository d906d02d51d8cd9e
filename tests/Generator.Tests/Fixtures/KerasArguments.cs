using System.Text.Json;

namespace CnnGen.Generator.Tests;

/// <summary>The arguments of one Keras layer; what nobody took has no counterpart in the language.</summary>
internal sealed class KerasArguments
{
    /// <summary>Keras's functions and ours; one that is in neither list cannot be written in C#.</summary>
    private static readonly Dictionary<string, string> Functions = new()
    {
        ["linear"] = "Linear", ["relu"] = "ReLU", ["leaky_relu"] = "LeakyReLU", ["elu"] = "ELU", ["gelu"] = "GELU", ["silu"] = "SiLU",
        ["sigmoid"] = "Sigmoid", ["tanh"] = "Tanh", ["softmax"] = "Softmax", ["sofmax"] = "Sofmax",
    };

    private readonly Dictionary<string, JsonElement> _left;

    public KerasArguments(JsonElement layer)
    {
        _left = layer.TryGetProperty("args", out JsonElement arguments)
            ? arguments.EnumerateObject().ToDictionary(p => p.Name, p => p.Value)
            : [];
        if (layer.TryGetProperty("trainable", out JsonElement trainable))
        {
            _left.Add("trainable", trainable);
        }
    }

    public bool AllTaken => _left.Count == 0;

    public string Positional(string name) => Take(name) is { } value ? Text(value) : throw new KeyNotFoundException(name);

    public IEnumerable<string> Named(string name, string ours) => Take(name) is { } value ? [$"{ours} = {Text(value)}"] : [];

    /// <summary>A size, or height and width.</summary>
    public IEnumerable<string> Sizes(string name) => Take(name) is { } value ? Numbers(value) : [];

    /// <summary>A step down, and one across where it differs.</summary>
    public IEnumerable<string> Pair(string name, string ours)
    {
        string[] values = Take(name) is { } value ? [.. Numbers(value)] : [];
        return values.Select((text, index) => index == 0 ? $"{ours} = {text}" : $"{ours}Width = {text}");
    }

    public IEnumerable<string> Padding() => Take("padding") switch
    {
        null => [],
        { } value when value.GetString() == "same" => ["Padding = Pad.Same"],
        { } => ["Padding = Pad.Valid"],
    };

    public IEnumerable<string> Activation()
    {
        if (!_left.TryGetValue("activation", out JsonElement value))
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            _left.Remove("activation");
            return [];
        }

        if (!Functions.TryGetValue(value.GetString()!, out string? function))
        {
            return [];
        }

        _left.Remove("activation");
        return [$"Activation = Activation.{function}"];
    }

    private JsonElement? Take(string name) => _left.Remove(name, out JsonElement value) ? value : null;

    private static IEnumerable<string> Numbers(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text) : [Text(value)];

    // JSON's numbers, true and false are C#'s.
    private static string Text(JsonElement value) => value.GetRawText();
}
