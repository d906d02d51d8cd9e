namespace CnnGen;

/// <summary>Arrays as one content, one after the other: all of it may be more than one array can hold.</summary>
internal sealed class PartedContent(IReadOnlyList<byte[]> parts) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length
    {
        get
        {
            long length = 0;
            foreach (byte[] part in parts)
            {
                length += part.Length;
            }

            return length;
        }
    }

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        long start = Position;
        foreach (byte[] part in parts)
        {
            if (start < part.Length)
            {
                ReadOnlySpan<byte> there = part.AsSpan((int)start, Math.Min(buffer.Length, part.Length - (int)start));
                there.CopyTo(buffer);
                Position += there.Length;
                return there.Length;
            }

            start -= part.Length;
        }

        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        long place = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length };
        return Position = place >= 0 ? place : throw new IOException("There is nothing before the beginning.");
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
