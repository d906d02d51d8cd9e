using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnGen.Tests;

/// <summary>IDX files byte by byte.</summary>
internal static class IdxBytes
{
    /// <summary>A whole file.</summary>
    public static byte[] Of(byte type, int[] sizes, byte[] content) => [.. Header((type << 8) | sizes.Length, sizes), .. content];

    public static byte[] Header(int magic, params int[] sizes)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, magic);
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), sizes[i]);
        }

        return header;
    }

    public static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }

    public static byte[] Decompress(byte[] file)
    {
        using var content = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        using var target = new MemoryStream();
        content.CopyTo(target);
        return target.ToArray();
    }
}
