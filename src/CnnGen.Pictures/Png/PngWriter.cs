using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnGen.Pictures.Png;

/// <summary>Writes PNG with 8 bits a value.</summary>
internal static class PngWriter
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    public static void Write(Stream stream, Image image)
    {
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        (header[8], header[9], header[10], header[11], header[12]) = (8, image.Channels switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 }, 0, 0, 0);
        stream.Write(Signature);
        WriteChunk(stream, "IHDR"u8, header);
        WriteChunk(stream, "IDAT"u8, Pack(image));
        WriteChunk(stream, "IEND"u8, []);
    }

    private static ReadOnlySpan<byte> Pack(Image image)
    {
        using var target = new MemoryStream();
        using (var packed = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            int length = image.Width * image.Channels;
            for (int row = 0; row < image.Height; row++)
            {
                packed.WriteByte(0);
                packed.Write(image.Pixels.Span.Slice(row * length, length));
            }
        }

        return target.ToArray();
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        name.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), PngSum.Of(chunk.AsSpan(4, content.Length + 4)));
        stream.Write(chunk);
    }
}
