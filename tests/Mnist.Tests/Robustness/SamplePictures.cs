using System.Text;
using CnnGen.Samples.Mnist.Images;

namespace CnnGen.Samples.Mnist.Tests.Robustness;

/// <summary>Pictures of the size of a digit, one for each way in which they can be stored.</summary>
internal static class SamplePictures
{
    private const int Side = ImageFile.Side;
    private const int Colours = 200;

    public static IReadOnlyList<byte[]> Png() =>
    [
        PngChunks.File(Side, Side, 8, 0, Rows(1)),
        PngChunks.File(Side, Side, 8, 2, Rows(3)),
        PngChunks.File(Side, Side, 8, 3, [.. Rows(1, filters: 1).Select(value => (byte)(value % Colours))], palette: [.. Enumerable.Range(0, 3 * Colours).Select(i => (byte)i)]),
        PngChunks.File(Side, Side, 8, 4, Rows(2)),
        PngChunks.File(Side, Side, 8, 6, Rows(4)),
    ];

    public static IReadOnlyList<byte[]> Pgm() =>
    [
        [.. Encoding.ASCII.GetBytes($"P5\n# a digit\n{Side} {Side}\n255\n"), .. Pixels(Side * Side)],
        Encoding.ASCII.GetBytes($"P2 {Side} {Side} 15\n{string.Join(' ', Pixels(Side * Side).Select(value => value % 16))}\n"),
    ];

    private static byte[] Rows(int bytesPerPixel, int filters = 5) =>
        [.. Pixels(Side * Side * bytesPerPixel).Chunk(Side * bytesPerPixel).SelectMany((row, i) => row.Prepend((byte)(i % filters)))];

    private static byte[] Pixels(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * i >> 3))];
}
