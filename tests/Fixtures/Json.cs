using System.Text.Json;

namespace CnnGen.Fixtures;

internal static class Json
{
    /// <summary>A list of strings; empty where there is none of that name.</summary>
    public static string[] Strings(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];

    public static int[] Integers(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];
}
