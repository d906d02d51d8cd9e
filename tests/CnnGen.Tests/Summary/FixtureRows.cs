using System.Text.Json;

namespace CnnGen.Tests;

/// <summary>The rows that Keras itself reports for a model of the fixtures.</summary>
internal static class FixtureRows
{
    public static KerasRow[] Of(JsonElement fixture) =>
        fixture.GetProperty("model").GetProperty("kind").GetString() == "sequential" ? Chain(fixture) : Graph(fixture);

    private static KerasRow[] Chain(JsonElement fixture)
    {
        JsonElement[] layers = [.. fixture.GetProperty("expect").GetProperty("layers").EnumerateArray()];
        return [.. layers.Select((layer, i) => Row(layer, i == 0 ? [] : [Name(layers[i - 1])]))];
    }

    private static KerasRow[] Graph(JsonElement fixture)
    {
        Dictionary<string, KerasRow> rows = [];
        JsonElement model = fixture.GetProperty("model");
        foreach (JsonElement input in model.GetProperty("inputs").EnumerateArray())
        {
            rows[Name(input)] = new KerasRow(Name(input), "InputLayer", Numbers(input.GetProperty("shape")), 0, 0, []);
        }

        Dictionary<string, string[]> inputs = model.GetProperty("layers").EnumerateArray().ToDictionary(
            Name, layer => layer.GetProperty("inbound").EnumerateArray().Select(name => name.GetString()!).ToArray());
        foreach (JsonElement layer in fixture.GetProperty("expect").GetProperty("layers").EnumerateArray())
        {
            rows[Name(layer)] = Row(layer, inputs[Name(layer)]);
        }

        return [.. fixture.GetProperty("summary_order").EnumerateArray().Select(name => rows[name.GetString()!])];
    }

    private static KerasRow Row(JsonElement layer, string[] inputs) => new(
        Name(layer),
        layer.GetProperty("class").GetString()!,
        Numbers(layer.GetProperty("output_shape"))[1..],
        layer.GetProperty("params").GetInt64(),
        layer.GetProperty("trainable").GetInt64(),
        [.. inputs.Select(name => $"{name}[0][0]")]);

    private static string Name(JsonElement element) => element.GetProperty("name").GetString()!;

    private static int[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? 0 : item.GetInt32())];
}
