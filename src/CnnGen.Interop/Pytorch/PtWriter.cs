using System.IO.Compression;

namespace CnnGen.Interop;

/// <summary>
/// Writes what <c>torch.save</c> writes of a <c>state_dict</c>: a zip without compression, with a pickle of the dictionary and a file for each tensor's
/// values.
/// </summary>
internal static class PtWriter
{
    private const string Root = "archive/";

    // The earliest that a zip can say: the same weights give the same file.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IReadOnlyList<Weight> weights)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "data.pkl", pickle => StateDictPickle.Write(pickle, weights));
        Add(zip, "byteorder", static text => text.Write("little"u8));
        for (int i = 0; i < weights.Count; i++)
        {
            Weight weight = weights[i];
            Add(zip, FormattableString.Invariant($"data/{i}"), values => ElementType.Write(values, weight));
        }

        Add(zip, "version", static text => text.Write("3\n"u8));
    }

    private static void Add(ZipArchive zip, string name, Action<Stream> write)
    {
        ZipArchiveEntry entry = zip.CreateEntry(Root + name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        using Stream stream = entry.Open();
        write(stream);
    }
}
