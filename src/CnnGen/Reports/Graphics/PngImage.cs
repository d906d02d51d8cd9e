using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnGen;

/// <summary>Writes PNG pictures of 8 bits a value: grey, colours, or places in a palette.</summary>
internal static class PngImage
{
    private static readonly byte[] s_signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(static n => Remainder((uint)n))];

    /// <summary>A picture as an address that holds it: <c>data:image/png;base64,…</c>.</summary>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="channels">1 for grey or places in the palette, 3 for colours.</param>
    /// <param name="values">Rows one after the other, the channels of a pixel side by side.</param>
    /// <param name="palette">Red, green and blue of each colour, for one channel; the first is see-through.</param>
    public static string DataAddress(int height, int width, int channels, ReadOnlySpan<byte> values, ReadOnlySpan<byte> palette = default) =>
        "data:image/png;base64," + Convert.ToBase64String(Encode(height, width, channels, values, palette));

    /// <summary>The bytes of a PNG file.</summary>
    public static byte[] Encode(int height, int width, int channels, ReadOnlySpan<byte> values, ReadOnlySpan<byte> palette = default)
    {
        const byte Grey = 0, Colours = 2, Palette = 3;
        using var file = new MemoryStream();
        file.Write(s_signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = channels == 3 ? Colours : palette.IsEmpty ? Grey : Palette;
        header[10..].Clear();
        Chunk(file, "IHDR"u8, header);
        if (!palette.IsEmpty)
        {
            Chunk(file, "PLTE"u8, palette);
            Chunk(file, "tRNS"u8, [0]);
        }

        Chunk(file, "IDAT"u8, Compressed(height, width * channels, values));
        Chunk(file, "IEND"u8, default);
        return file.ToArray();
    }

    // Each row begins with its filter: none.
    private static byte[] Compressed(int height, int row, ReadOnlySpan<byte> values)
    {
        using var bytes = new MemoryStream();
        using (var stream = new ZLibStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int i = 0; i < height; i++)
            {
                stream.WriteByte(0);
                stream.Write(values.Slice(i * row, row));
            }
        }

        return bytes.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checksum(Checksum(uint.MaxValue, type), content));
        file.Write(number);
    }

    private static uint Checksum(uint checksum, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            checksum = s_table[(checksum ^ b) & 0xFF] ^ (checksum >> 8);
        }

        return checksum;
    }

    private static uint Remainder(uint number)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            number = (number & 1) == 0 ? number >> 1 : 0xEDB88320 ^ (number >> 1);
        }

        return number;
    }
}
