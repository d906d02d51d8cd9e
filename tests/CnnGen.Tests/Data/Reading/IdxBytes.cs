using System.Buffers.Binary;

namespace CnnGen.Tests;

/// <summary>IDX files byte by byte.</summary>
internal static class IdxBytes
{
    public static byte[] Of(byte type, int[] sizes, byte[] content)
    {
        var header = new byte[4 * (1 + sizes.Length)];
        (header[2], header[3]) = (type, (byte)sizes.Length);
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 * (i + 1)), sizes[i]);
        }

        return [.. header, .. content];
    }
}
