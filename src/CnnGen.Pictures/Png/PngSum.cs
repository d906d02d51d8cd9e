namespace CnnGen.Pictures.Png;

/// <summary>The check sum of a chunk (CRC-32).</summary>
internal static class PngSum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(static value => Step((uint)value))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            sum = (sum >> 8) ^ Table[(byte)(sum ^ value)];
        }

        return ~sum;
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
