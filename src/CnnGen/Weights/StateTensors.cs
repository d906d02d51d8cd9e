using System.Globalization;

namespace CnnGen;

/// <summary>
/// The state of an optimizer or a callback as tensors of bytes: one under its own name, and more with a number behind it where there is more than a
/// part holds.
/// </summary>
internal static class StateTensors
{
    // What is more than an array can hold must be parted; half of that, since a part grows by doubling.
    private const int LongestPart = 1 << 30;

    /// <summary>Takes a state down.</summary>
    /// <param name="name">The name of the first tensor.</param>
    /// <param name="save">Writes the state.</param>
    /// <param name="longestPart">The most bytes of a tensor.</param>
    /// <returns>The tensors, all but the last one of the most bytes; at least one.</returns>
    public static IReadOnlyList<Weight> Save(string name, Action<BinaryWriter> save, int longestPart = LongestPart)
    {
        using var stream = new PartedOutput(longestPart);
        using var writer = new BinaryWriter(stream);
        save(writer);
        writer.Flush();
        List<Weight> tensors = [];
        foreach (byte[] bytes in stream.Parts())
        {
            tensors.Add(new Weight(PartName(name, tensors.Count), [bytes.LongLength], bytes));
        }

        return tensors;
    }

    /// <summary>The bytes of a state's tensors, in order; none if the first one is not there.</summary>
    /// <param name="name">The name of the first tensor.</param>
    /// <param name="states">All tensors of bytes, by name.</param>
    public static IReadOnlyList<byte[]> Of(string name, IReadOnlyDictionary<string, byte[]> states)
    {
        List<byte[]> parts = [];
        while (states.TryGetValue(PartName(name, parts.Count), out byte[]? bytes))
        {
            parts.Add(bytes);
        }

        return parts;
    }

    /// <summary>The name of a part, from 0.</summary>
    public static string PartName(string name, int part) => part == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{part}");
}
