namespace CnnGen;

/// <summary>Reads one IDX file, compressed or not, and takes no memory on the word of its header.</summary>
internal sealed class IdxReader
{
    // What is taken before the content of a gzip file has been counted.
    private const int Trusted = 48 << 20;

    // No gzip file is smaller than its content by more: 258 bytes in two bits.
    private const int LargestRatio = 1032;

    // A multiple of every element's size.
    private const int BlockSize = 1 << 16;

    private readonly Stream _file;
    private readonly string _path;
    private readonly IdxKind _kind;

    private IdxReader(Stream file, string path, IdxKind kind)
    {
        _file = file;
        _path = path;
        _kind = kind;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it should hold.</param>
    /// <param name="begin">Is given the header and the number of elements, and makes what takes them.</param>
    public static T Read<T>(string path, IdxKind kind, Func<IdxHeader, int, T> begin) where T : IIdxTarget =>
        InputFile.Read(path, kind.Expected, file =>
        {
            try
            {
                return new IdxReader(file, path, kind).Read(begin);
            }
            catch (InvalidDataException exception)
            {
                throw new CnnGenException($"{path} is cut short or damaged: {exception.Message}; expected {kind.Expected}.", exception);
            }
        });

    private T Read<T>(Func<IdxHeader, int, T> begin) where T : IIdxTarget
    {
        bool compressed = IsCompressed();
        using Stream content = Open(compressed);
        IdxHeader header = IdxHeader.Read(content, _path, _kind);
        long bytes = ContentBytes(header, compressed);
        T target = begin(header, (int)header.Count);
        ReadElements(content, header, bytes, target);
        ReadToEnd(content, header, bytes);
        return target;
    }

    private bool IsCompressed()
    {
        Span<byte> start = stackalloc byte[sizeof(int)];
        int length = _file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..length] switch
        {
            [0x1F, 0x8B, ..] => true,
            { Length: < sizeof(int) } => throw new CnnGenException($"{_path} is cut short: it has {length} bytes; expected {_kind.Expected}."),
            _ => false,
        };
    }

    private Stream Open(bool compressed)
    {
        _file.Position = 0;
        return compressed ? new GzipContent(_file) : _file;
    }

    // Bytes of the elements, of which there are neither too many to hold nor more than the file has.
    private long ContentBytes(IdxHeader header, bool compressed)
    {
        Int128 bytes = header.Count * header.Element.Size;
        Int128 most = compressed ? (Int128)_file.Length * LargestRatio : _file.Length - header.Length;
        if (header.Count > Array.MaxLength)
        {
            throw new CnnGenException(bytes > most
                ? $"{_path} says that its {_kind.Name} have more than 2 GB; it is damaged."
                : $"{_path} has {header.Shape} {_kind.Name}, {header.Count} values, but a data set holds at most {Array.MaxLength} (2 GB): split the file.");
        }

        if (bytes > most && !compressed)
        {
            throw CutShort(header, (long)bytes, (long)most);
        }

        if (bytes > most || (compressed && header.Count * _kind.ValueSize > Trusted))
        {
            CountContent(header, (long)bytes);
        }

        return (long)bytes;
    }

    // Reads a gzip file to find out how much there is in it.
    private void CountContent(IdxHeader header, long expected)
    {
        long position = _file.Position;
        using (Stream content = Open(compressed: true))
        {
            var block = new byte[BlockSize];
            long length = -header.Length;
            for (int read; length < expected && (read = content.Read(block)) > 0;)
            {
                length += read;
            }

            if (length < expected)
            {
                throw CutShort(header, expected, length);
            }
        }

        _file.Position = position;
    }

    private void ReadElements(Stream content, IdxHeader header, long bytes, IIdxTarget target)
    {
        var block = new byte[(int)Math.Min(BlockSize, bytes)];
        for (long done = 0; done < bytes;)
        {
            Span<byte> part = block.AsSpan(0, (int)Math.Min(block.Length, bytes - done));
            int read = content.ReadAtLeast(part, part.Length, throwOnEndOfStream: false);
            if (read < part.Length)
            {
                throw CutShort(header, bytes, done + read);
            }

            target.Add(part);
            done += read;
        }
    }

    // Some programs fill files up with zeros.
    private void ReadToEnd(Stream content, IdxHeader header, long bytes)
    {
        var block = new byte[BlockSize];
        for (int read; (read = content.Read(block)) > 0;)
        {
            if (block.AsSpan(0, read).ContainsAnyExcept((byte)0))
            {
                throw new CnnGenException(
                    $"{_path} is too long: {header.Shape} {_kind.Name} have {bytes} bytes, and more follow that are not zero. It is damaged, or its sizes are wrong.");
            }
        }
    }

    private CnnGenException CutShort(IdxHeader header, long expected, long there) =>
        new($"{_path} is cut short: {header.Shape} {_kind.Name} have {expected} bytes, {there} are there.");
}
