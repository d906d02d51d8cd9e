using System.IO.Compression;

namespace CnnGen;

/// <summary>
/// The content of a gzip file: of all its members, to their very end. Zero bytes behind the last member, which some tools leave,
/// are passed over.
/// <para>
/// .NET's decoder takes a file that ends too early for one that ends, and overlooks what follows the last member. So one more member
/// with one byte, the mark, is put behind the file: the decoder finds it only if the last member of the file is whole and nothing
/// follows it.
/// </para>
/// </summary>
internal sealed class GzipContent : ForwardContent
{
    private const byte Mark = 0xA5;
    private static readonly byte[] MarkMember = Compress(Mark);

    private readonly Input _input;
    private readonly GZipStream _content;
    private int _held = -1;
    private bool _ended;

    /// <param name="file">A gzip file that can be sought in. It is read from its beginning and stays open.</param>
    public GzipContent(Stream file)
    {
        _input = new Input(file);
        _content = new GZipStream(_input, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">The file is damaged or cut short, or something else follows its content; the message says
    /// which.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        // One byte is always held back: the last one may be the mark.
        int read = 0;
        if (_held >= 0)
        {
            buffer[read++] = (byte)_held;
        }

        try
        {
            read += _content.Read(buffer[read..]);
            _held = _content.ReadByte();
        }
        catch (InvalidDataException exception)
        {
            // The decoder speaks of archive entries, whatever is wrong.
            throw new InvalidDataException("its gzip data cannot be read", exception);
        }

        _ended = _held < 0;
        return _ended ? read - LengthOfMark(buffer[..read]) : read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private int LengthOfMark(ReadOnlySpan<byte> lastBytes)
    {
        if (_input.MarkGiven)
        {
            return lastBytes is [.., Mark] ? 1 : throw new InvalidDataException("its gzip data have no proper end");
        }

        return _input.ZerosGiven ? 0 : throw new InvalidDataException("its gzip data are followed by bytes that are neither gzip nor zeros");
    }

    private static byte[] Compress(byte value)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.WriteByte(value);
        }

        return target.ToArray();
    }

    /// <summary>The file, then the member with the mark. No read goes across the border to the zeros at the file's end.</summary>
    private sealed class Input : ForwardContent
    {
        private readonly Stream _file;
        private readonly long _zeros;
        private int _markRead;

        public Input(Stream file)
        {
            _file = file;
            _zeros = BeginOfZeros(file);
            _file.Position = 0;
        }

        /// <summary>Whether the decoder has asked for what lies behind the last byte that is not zero.</summary>
        public bool ZerosGiven { get; private set; }

        /// <summary>Whether it has asked for what lies behind the file.</summary>
        public bool MarkGiven => _markRead > 0;

        public override int Read(Span<byte> buffer)
        {
            long left = _zeros - _file.Position;
            if (left > 0)
            {
                return _file.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
            }

            ZerosGiven = true;
            int read = _file.Read(buffer);
            if (read > 0)
            {
                return read;
            }

            ReadOnlySpan<byte> mark = MarkMember.AsSpan(_markRead);
            read = Math.Min(mark.Length, buffer.Length);
            mark[..read].CopyTo(buffer);
            _markRead += read;
            return read;
        }

        private static long BeginOfZeros(Stream file)
        {
            Span<byte> block = stackalloc byte[4096];
            long end = file.Length;
            while (end > 0)
            {
                Span<byte> last = block[..(int)Math.Min(block.Length, end)];
                file.Position = end - last.Length;
                file.ReadExactly(last);
                int place = last.LastIndexOfAnyExcept((byte)0);
                if (place >= 0)
                {
                    return end - last.Length + place + 1;
                }

                end -= last.Length;
            }

            return 0;
        }
    }
}
