namespace CnnGen;

/// <summary>Passes bytes on and adds up their check sum, which .NET's archives do not look at.</summary>
internal sealed class SummedContent(Stream content) : ForwardContent
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(static value => Step((uint)value))];

    private uint _sum = uint.MaxValue;

    /// <summary>The check sum (CRC-32) of what has been read.</summary>
    public uint Sum => ~_sum;

    public override int Read(Span<byte> buffer)
    {
        int read = content.Read(buffer);
        foreach (byte value in buffer[..read])
        {
            _sum = (_sum >> 8) ^ Table[(byte)(_sum ^ value)];
        }

        return read;
    }

    private static uint Step(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value >> 1) ^ (0xEDB88320 & (uint)-(int)(value & 1));
        }

        return value;
    }
}
