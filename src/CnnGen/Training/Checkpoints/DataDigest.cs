using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CnnGen;

/// <summary>
/// Tells data sets apart: the beginning of the SHA-256 of up to a thousand examples, spread evenly, inputs and targets. Only of what is in memory: a
/// source may take long to read, and give something else each time.
/// </summary>
internal static class DataDigest
{
    private const int MostExamples = 1000;
    private const int DigitsKept = 16;

    /// <summary>Hexadecimal digits; <see langword="null"/> for what is not in memory.</summary>
    public static string? Of(Dataset data)
    {
        if (!data.IsInMemory)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new BatchBuffer(data, 1);
        int examples = Math.Min(data.Count, MostExamples);
        for (int i = 0; i < examples; i++)
        {
            Add(hash, buffer.Fill((int)((long)i * data.Count / examples), 1));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..DigitsKept];
    }

    private static void Add(IncrementalHash hash, Batch batch)
    {
        foreach (Memory<float> input in batch.Inputs)
        {
            hash.AppendData(MemoryMarshal.AsBytes(input.Span));
        }

        foreach (BatchTarget target in batch.Targets)
        {
            hash.AppendData(MemoryMarshal.AsBytes(target.Labels.Span));
            hash.AppendData(MemoryMarshal.AsBytes(target.Values.Span));
        }
    }
}
