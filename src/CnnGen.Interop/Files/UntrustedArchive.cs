using System.IO.Compression;
using System.Text;

namespace CnnGen.Interop;

/// <summary>A zip file that nobody vouches for. Nothing of it is ever written to a disk, so that names in it lead nowhere.</summary>
internal sealed class UntrustedArchive
{
    // Neither torch.save nor Keras compresses, and weights can hardly be compressed. What grows more than this is made to fill the memory.
    private const int MaxGrowth = 16;

    // Of a file that is read, each takes some 500 bytes of memory.
    private const int MaxEntries = 65_000;
    private const int SmallestEntry = 46;

    private readonly Dictionary<string, ZipArchiveEntry> _entries = [];
    private readonly bool _hasSums;

    /// <param name="stream">The file; it stays open.</param>
    /// <param name="hasSums">Whether whoever writes such files adds up their check sums; PyTorch can be told not to.</param>
    /// <exception cref="FileFault">It is no zip file.</exception>
    public UntrustedArchive(Stream stream, bool hasSums)
    {
        _hasSums = hasSums;
        Length = stream.Length;
        if (Length / SmallestEntry > MaxEntries)
        {
            CheckEntries(stream);
        }

        foreach (ZipArchiveEntry entry in Guarded(() => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true).Entries))
        {
            if (!_entries.TryAdd(entry.FullName, entry))
            {
                throw new FileFault($"it has {entry.FullName} twice");
            }
        }
    }

    /// <summary>Bytes of the whole file.</summary>
    public long Length { get; }

    public IEnumerable<string> Names => _entries.Keys;

    public ZipArchiveEntry? Find(string name) => _entries.GetValueOrDefault(name);

    public string Text(ZipArchiveEntry entry, int most) => Encoding.Latin1.GetString(Bytes(entry, most));

    /// <summary>All of an entry.</summary>
    public byte[] Bytes(ZipArchiveEntry entry, int most)
    {
        if (entry.Length > most)
        {
            string limit = entry.Length > Array.MaxLength ? $", but at most {Array.MaxLength} can be held" : "";
            throw new FileFault($"its {entry.FullName} would have {entry.Length} bytes when unpacked{limit}");
        }

        return Guarded(() =>
        {
            using Stream packed = Open(entry);
            var summed = new SummedContent(packed);
            var bytes = new byte[entry.Length];
            summed.ReadExactly(bytes);
            return summed.ReadByte() < 0 && (!_hasSums || summed.Sum == entry.Crc32)
                ? bytes
                : throw new FileFault($"its {entry.FullName} is damaged: length or check sum are wrong. Copy or save it anew");
        });
    }

    /// <summary>Values of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="type">What they are.</param>
    /// <param name="first">How many to pass over.</param>
    /// <param name="count">How many to read.</param>
    public Array Values(ZipArchiveEntry entry, ElementType type, long first, int count) => Guarded(() =>
    {
        using Stream content = Open(entry);
        Skip(content, first * type.Size);
        return type.Read(content, count);
    });

    private Stream Open(ZipArchiveEntry entry) => entry.Length / MaxGrowth > Length
        ? throw new FileFault($"its {entry.FullName} would have {entry.Length} bytes")
        : entry.Open();

    private static void Skip(Stream content, long bytes)
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (bytes > 0)
        {
            Span<byte> part = buffer[..(int)Math.Min(bytes, buffer.Length)];
            content.ReadExactly(part);
            bytes -= part.Length;
        }
    }

    // The signature of an entry in the list at the end of the file.
    private static void CheckEntries(Stream stream)
    {
        ReadOnlySpan<byte> signature = "PK\u0001\u0002"u8;
        var buffer = new byte[1 << 16];
        int entries = 0;
        for (int kept = 0, read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            ReadOnlySpan<byte> block = buffer.AsSpan(0, kept + read);
            entries += block.Count(signature);
            kept = Math.Min(signature.Length - 1, block.Length);
            block[^kept..].CopyTo(buffer);
        }

        if (entries > MaxEntries)
        {
            throw new FileFault($"it is a zip file of more than {MaxEntries} files");
        }

        stream.Position = 0;
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new FileFault("it is not a whole zip file", exception);
        }
    }
}
