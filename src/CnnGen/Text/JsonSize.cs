using System.Buffers;

namespace CnnGen;

/// <summary>
/// How much a JSON text holds, before it is read: <see cref="System.Text.Json.JsonDocument"/> takes memory for each value, six times
/// as much as a text of short ones has.
/// </summary>
internal static class JsonSize
{
    // Each value but the first comes behind one of these.
    private static readonly SearchValues<byte> Separators = SearchValues.Create(",:[{"u8);

    /// <summary>Whether a text has no more values, names included. Separators within texts count as well.</summary>
    public static bool IsAtMost(int values, ReadOnlySpan<byte> json)
    {
        int count = 1;
        for (int place; count <= values && (place = json.IndexOfAny(Separators)) >= 0; count++)
        {
            json = json[(place + 1)..];
        }

        return count <= values;
    }
}
