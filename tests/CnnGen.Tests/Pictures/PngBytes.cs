using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnGen.Tests.Pictures;

/// <summary>PNG files chunk by chunk, also such as no program would write.</summary>
internal static class PngBytes
{
    /// <summary>A file with the given rows, each with its filter byte.</summary>
    public static byte[] Of(int width, int height, int bits, int colour, byte[] rows, byte[]? palette = null, byte[]? alpha = null, int interlace = 0)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)bits, (byte)colour, (byte)interlace);
        return
        [
            0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n',
            .. Chunk("IHDR", header), .. palette is null ? [] : Chunk("PLTE", palette), .. alpha is null ? [] : Chunk("tRNS", alpha),
            .. Chunk("IDAT", Pack(rows)), .. Chunk("IEND", []),
        ];
    }

    /// <summary>The file with the check sums that its chunks should have, so that a mistake is not found by them.</summary>
    public static byte[] WithRightSums(byte[] file)
    {
        byte[] bytes = [.. file];
        for (int position = 8; position + 12 <= bytes.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(position));
            if (length > bytes.Length - position - 12)
            {
                break;
            }

            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(position + 8 + (int)length), Sum(bytes.AsSpan(position + 4, 4 + (int)length)));
            position += 12 + (int)length;
        }

        return bytes;
    }

    public static byte[] Pack(byte[] content)
    {
        using var target = new MemoryStream();
        using (var packed = new ZLibStream(target, CompressionLevel.Optimal))
        {
            packed.Write(content);
        }

        return target.ToArray();
    }

    public static byte[] Chunk(string name, byte[] data)
    {
        byte[] content = [.. System.Text.Encoding.ASCII.GetBytes(name), .. data];
        var frame = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(frame, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), Sum(content));
        return [.. frame[..4], .. content, .. frame[4..]];
    }

    // Bit by bit, unlike the reader's table.
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            sum ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
            }
        }

        return ~sum;
    }
}
