using System.IO.Compression;

namespace CnnGen;

/// <summary>Reads <c>.npz</c> files, several arrays by name as NumPy's <c>savez</c> and <c>savez_compressed</c> write them.</summary>
public static class NpzFile
{
    private const string Extension = ".npy";
    private const string Expected = "arrays as NumPy's savez writes them";

    // Nothing is packed more tightly: 258 bytes in two bits.
    private const int LargestRatio = 1032;

    /// <summary>The names of the arrays, in the order of the file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CnnGenException">The file is missing, damaged, or something else.</exception>
    public static IReadOnlyList<string> Names(string path) => Open(path, (_, archive) => Names(archive));

    /// <summary>Reads one array.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The array's name.</param>
    /// <exception cref="CnnGenException">The file is missing or damaged, or the array is not there or holds something else than plain numbers.</exception>
    public static NumberArray Read(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Open(path, (file, archive) =>
        {
            ZipArchiveEntry entry = archive.Entries.FirstOrDefault(one => one.FullName == name + Extension || one.FullName == name)
                ?? throw new CnnGenException($"{path} has no array '{name}'; it has {Shown(Names(archive))}.");
            return Read(path, file, entry);
        });
    }

    /// <summary>Reads all arrays.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CnnGenException">The file is missing or damaged, or an array holds something else than plain numbers.</exception>
    public static IReadOnlyDictionary<string, NumberArray> Read(string path) => Open(path, (file, archive) =>
    {
        var arrays = new Dictionary<string, NumberArray>();
        foreach (ZipArchiveEntry entry in archive.Entries.Where(IsArray))
        {
            if (!arrays.TryAdd(NameOf(entry), Read(path, file, entry)))
            {
                throw new CnnGenException($"{path} has two arrays of the name '{NameOf(entry)}': it is damaged.");
            }
        }

        return arrays;
    });

    private static NumberArray Read(string path, Stream file, ZipArchiveEntry entry)
    {
        string name = $"{path}, array '{NameOf(entry)}'";
        using Stream content = entry.Open();
        var summed = new SummedContent(content);
        NumberArray array = NpyContent.Read(summed, name, Math.Min(entry.CompressedLength, file.Length) * (Int128)LargestRatio);
        return summed.Sum == entry.Crc32 ? array : throw new CnnGenException($"{name} is damaged: its check sum is wrong. Save it again.");
    }

    private static T Open<T>(string path, Func<Stream, ZipArchive, T> read) => InputFile.Read(path, Expected, file =>
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return read(file, archive);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or ArgumentException or OverflowException or EndOfStreamException)
        {
            // The archive's reader throws whatever a broken number leads to.
            throw new CnnGenException($"{path} is cut short, damaged or no archive: {exception.Message.Split('\n')[0].TrimEnd('.', '\r')}; expected {Expected}.", exception);
        }
    });

    private static List<string> Names(ZipArchive archive) => [.. archive.Entries.Where(IsArray).Select(NameOf)];

    private static bool IsArray(ZipArchiveEntry entry) => entry.FullName.EndsWith(Extension, StringComparison.Ordinal);

    private static string NameOf(ZipArchiveEntry entry) => IsArray(entry) ? entry.FullName[..^Extension.Length] : entry.FullName;

    private static string Shown(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names.Take(20).Select(static name => $"'{name}'"));
}
