using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnGen.Samples.Mnist.Tests.Robustness;

/// <summary>Builds PNG files chunk by chunk, also such as no program would.</summary>
internal static class PngChunks
{
    private const int HeaderLength = 13;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>A file with the given rows, each with its filter byte.</summary>
    public static byte[] File(int width, int height, int bits, int colour, byte[] rows, byte[]? palette = null, int interlace = 0)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)bits, (byte)colour, (byte)interlace);
        return
        [
            .. Signature,
            .. Chunk("IHDR", header),
            .. palette is null ? [] : Chunk("PLTE", palette),
            .. Chunk("IDAT", Compress(rows)),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>The file with the check sums that its chunks should have, so that a mistake is not found by them.</summary>
    public static byte[] WithRightSums(byte[] file)
    {
        byte[] bytes = [.. file];
        for (var position = Signature.Length; position + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(position));
            if (length > bytes.Length - position - 12)
            {
                break;
            }

            var content = bytes.AsSpan(position + 4, 4 + (int)length);
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(position + 8 + (int)length), Crc32(content));
            position += 12 + (int)length;
        }

        return bytes;
    }

    /// <summary>Header, palette with its length before it, and rows: what a file says once all sums are right.</summary>
    public static byte[] Unpack(byte[] file)
    {
        (byte[] header, byte[] palette, byte[] data) = ([], [], []);
        for (var position = Signature.Length; position < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(position));
            var content = file[(position + 8)..(position + 8 + length)];
            switch (System.Text.Encoding.ASCII.GetString(file, position + 4, 4))
            {
                case "IHDR":
                    header = content;
                    break;
                case "PLTE":
                    palette = content;
                    break;
                case "IDAT":
                    data = content;
                    break;
            }

            position += 12 + length;
        }

        using var rows = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var target = new MemoryStream();
        rows.CopyTo(target);
        return [.. header, (byte)(palette.Length / 3), .. palette, .. target.ToArray()];
    }

    /// <summary>A file of what <see cref="Unpack"/> gave, whatever has become of it.</summary>
    public static byte[] Pack(byte[] content)
    {
        byte[] all = [.. content, .. new byte[Math.Max(0, HeaderLength + 1 - content.Length)]];
        var rows = Math.Min(HeaderLength + 1 + 3 * all[HeaderLength], all.Length);
        return
        [
            .. Signature,
            .. Chunk("IHDR", all[..HeaderLength]),
            .. rows == HeaderLength + 1 ? [] : Chunk("PLTE", all[(HeaderLength + 1)..rows]),
            .. Chunk("IDAT", Compress(all[rows..])),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] content = [.. System.Text.Encoding.ASCII.GetBytes(name), .. data];
        var frame = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(frame, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), Crc32(content));
        return [.. frame[..4], .. content, .. frame[4..]];
    }

    private static byte[] Compress(byte[] rows)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal))
        {
            zlib.Write(rows);
        }

        return target.ToArray();
    }

    // The check sum of PNG and gzip.
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
            }
        }

        return ~sum;
    }
}
