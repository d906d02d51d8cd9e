using System.Buffers.Binary;

namespace CnnGen.Tests.Pictures;

/// <summary>BMP files byte by byte.</summary>
internal static class BmpBytes
{
    public static byte[] Of(int width, int height, int bits, byte[] rows, byte[]? palette = null, int packing = 0, byte[]? masks = null)
    {
        int colours = (palette?.Length ?? 0) / 4;
        int start = 54 + (masks?.Length ?? 0) + (palette?.Length ?? 0);
        var header = new byte[54];
        (header[0], header[1]) = ((byte)'B', (byte)'M');
        Put(2, start + rows.Length);
        Put(10, start);
        Put(14, 40 + (masks?.Length ?? 0));
        Put(18, width);
        Put(22, height);
        Put(26, 1 | (bits << 16));
        Put(30, packing);
        Put(46, colours);
        return [.. header, .. masks ?? [], .. palette ?? [], .. rows];

        void Put(int place, int value) => BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(place), value);
    }
}
