using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>Reads what the calls of a layer read: <c>inbound_nodes</c>.</summary>
internal static class KerasCalls
{
    public static IReadOnlyList<IReadOnlyList<KerasValue>> Read(JsonElement nodes) =>
        nodes.ValueKind == JsonValueKind.Array ? [.. nodes.EnumerateArray().Select(Node)] : [];

    /// <summary>A value as <c>["name", 0, 0]</c>.</summary>
    public static KerasValue Reference(IReadOnlyList<JsonElement> parts) =>
        parts.Count >= 3 && parts[0].ValueKind == JsonValueKind.String && Index(parts[1]) is { } call && Index(parts[2]) is { } output
            ? new KerasValue(parts[0].GetString()!, call, output)
            : throw new FileFault("its config names a layer in a way that cannot be read");

    private static List<KerasValue> Node(JsonElement node)
    {
        var values = new List<KerasValue>();
        Collect(node, values);
        return values;
    }

    // Keras 3 has tensors among a call's arguments, which have a history; Keras 2 has lists of names and numbers.
    private static void Collect(JsonElement element, List<KerasValue> values)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            JsonElement[] items = [.. element.EnumerateArray()];
            if (items.Length >= 3 && items[0].ValueKind == JsonValueKind.String && items[1].ValueKind == JsonValueKind.Number)
            {
                values.Add(Reference(items));
                return;
            }

            foreach (JsonElement item in items)
            {
                Collect(item, values);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("keras_history", out JsonElement history) && history.ValueKind == JsonValueKind.Array)
            {
                values.Add(Reference([.. history.EnumerateArray()]));
                return;
            }

            foreach (JsonProperty property in element.EnumerateObject())
            {
                Collect(property.Value, values);
            }
        }
    }

    private static int? Index(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int index) && index >= 0 ? index : null;
}
