namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>A file of any length that takes no place: zeros between a few bytes.</summary>
internal sealed class SparseContent(byte[] beginning, long zeros, byte[] end) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => beginning.Length + zeros + end.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Min(count, Length - Position);
        for (int i = 0; i < read; i++)
        {
            long place = Position + i, fromEnd = place - beginning.Length - zeros;
            buffer[offset + i] = place < beginning.Length ? beginning[place] : fromEnd >= 0 ? end[fromEnd] : (byte)0;
        }

        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.End ? Length : Position);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
