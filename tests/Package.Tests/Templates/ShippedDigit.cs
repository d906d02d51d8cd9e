using System.IO.Compression;

namespace CnnGen.Package.Tests.Templates;

/// <summary>A test digit of those that ship with samples/Mnist.</summary>
/// <param name="Pixels">784 numbers from 0 to 1.</param>
/// <param name="Label">Which digit it is.</param>
internal sealed record ShippedDigit(float[] Pixels, int Label)
{
    private const int PixelCount = 28 * 28;
    private const int ImageHeader = 16;
    private const int LabelHeader = 8;

    public static string Folder { get; } = Path.Combine(Build.Repository, "samples", "Mnist", "Digits");

    /// <summary>The first ones.</summary>
    public static ShippedDigit[] Read(int count)
    {
        byte[] images = Unpacked("t10k-images-idx3-ubyte.gz", ImageHeader + (count * PixelCount));
        byte[] labels = Unpacked("t10k-labels-idx1-ubyte.gz", LabelHeader + count);
        return [.. Enumerable.Range(0, count).Select(i => new ShippedDigit(
            [.. images.AsSpan(ImageHeader + (i * PixelCount), PixelCount).ToArray().Select(static value => value / 255f)], labels[LabelHeader + i]))];
    }

    private static byte[] Unpacked(string file, int length)
    {
        using var content = new GZipStream(File.OpenRead(Path.Combine(Folder, file)), CompressionMode.Decompress);
        var bytes = new byte[length];
        content.ReadExactly(bytes);
        return bytes;
    }
}
