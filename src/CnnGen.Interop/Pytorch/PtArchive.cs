using System.IO.Compression;
using System.Text;

namespace CnnGen.Interop;

/// <summary>A zip file that nobody vouches for. Nothing of it is ever written to a disk, so that names in it lead nowhere.</summary>
internal sealed class PtArchive
{
    // torch.save compresses nothing, and weights can hardly be compressed. What grows more than this is made to fill the memory.
    private const int MaxGrowth = 16;

    // Of a file that is read, each takes some 500 bytes of memory.
    private const int MaxEntries = 65_000;
    private const int SmallestEntry = 46;

    private readonly Dictionary<string, ZipArchiveEntry> _entries = [];

    /// <exception cref="BadFileException">It is no zip file.</exception>
    public PtArchive(Stream stream)
    {
        Length = stream.Length;
        if (Length / SmallestEntry > MaxEntries)
        {
            CheckEntries(stream);
        }

        foreach (ZipArchiveEntry entry in Guarded(() => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true).Entries))
        {
            _entries.TryAdd(entry.FullName, entry);
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
            throw new BadFileException($"its {Path.GetFileName(entry.FullName)} would have {entry.Length} bytes");
        }

        return Guarded(() =>
        {
            using Stream content = Open(entry);
            var bytes = new byte[entry.Length];
            content.ReadExactly(bytes);
            return bytes;
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
        ? throw new BadFileException($"its {entry.FullName} would have {entry.Length} bytes")
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
            throw new BadFileException($"it is a zip file of more than {MaxEntries} files");
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
            throw new BadFileException("it is not a whole zip file, as torch.save has written since PyTorch 1.6", exception);
        }
    }
}
