namespace CnnGen;

/// <summary>Takes what is written into arrays of so many bytes each: all of it may be more than one array can hold.</summary>
internal sealed class PartedOutput(int longestPart) : Stream
{
    private readonly List<byte[]> _whole = [];
    private MemoryStream _last = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => ((long)_whole.Count * longestPart) + _last.Length;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>What was written: arrays of the most bytes, and one of the rest, which is empty only where nothing was written.</summary>
    public IReadOnlyList<byte[]> Parts() => _whole.Count > 0 && _last.Length == 0 ? _whole : [.. _whole, _last.ToArray()];

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            ReadOnlySpan<byte> fitting = buffer[..(int)Math.Min(buffer.Length, longestPart - _last.Length)];
            _last.Write(fitting);
            buffer = buffer[fitting.Length..];
            if (_last.Length == longestPart)
            {
                _whole.Add(_last.ToArray());
                _last = new MemoryStream();
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
