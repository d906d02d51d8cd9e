using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnGen.Samples.Mnist.Tests.Robustness;

/// <summary>IDX files of a few small images and their labels, with elements of several types.</summary>
internal static class SampleIdx
{
    private const int Bytes = 0x08;
    private const int Ints = 0x0C;
    private const int Floats = 0x0D;

    public static IReadOnlyList<byte[]> Images() =>
    [
        File(Bytes, 1, [6, 5, 4]),
        File(Bytes, 1, [3, 7, 6, 3]),
        File(Floats, 4, [4, 5, 5]),
    ];

    public static IReadOnlyList<byte[]> Labels() => [File(Bytes, 1, [40]), File(Ints, 4, [20])];

    public static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        foreach (var member in content.Chunk(content.Length / 2 + 1))
        {
            using var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
            gzip.Write(member);
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

    private static byte[] File(int type, int size, int[] sizes)
    {
        var header = new byte[4 + 4 * sizes.Length];
        BinaryPrimitives.WriteInt32BigEndian(header, (type << 8) | sizes.Length);
        for (var i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + 4 * i), sizes[i]);
        }

        var count = sizes.Aggregate(1, (product, next) => product * next);
        return [.. header, .. Enumerable.Range(0, count).SelectMany(i => Element(type, size, i % 10))];
    }

    private static byte[] Element(int type, int size, int value)
    {
        var bytes = new byte[size];
        switch (type)
        {
            case Bytes:
                bytes[0] = (byte)value;
                break;
            case Ints:
                BinaryPrimitives.WriteInt32BigEndian(bytes, value);
                break;
            default:
                BinaryPrimitives.WriteSingleBigEndian(bytes, value / 10f);
                break;
        }

        return bytes;
    }
}
