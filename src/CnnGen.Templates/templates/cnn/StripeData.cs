using CnnGen;

namespace Network._1;

/// <summary>Grey pictures with stripes down (class 0) or across (class 1), and noise. Put your own data in their place.</summary>
[ImageData(Side, Side, 1, Classes = 2)]
public sealed class StripeData
{
    public const int Side = 8;

    public static IReadOnlyList<string> Classes { get; } = ["down", "across"];

    public static ImageDataset Draw(int count, int seed)
    {
        var random = new Random(seed);
        var pixels = new byte[count * Side * Side];
        var labels = new int[count];
        for (int image = 0; image < count; image++)
        {
            labels[image] = random.Next(2);
            DrawStripes(pixels.AsSpan(image * Side * Side, Side * Side), labels[image], random);
        }

        return ImageDataset.FromLabels(Side, Side, 1, 2, pixels, labels);
    }

    private static void DrawStripes(Span<byte> picture, int label, Random random)
    {
        int shift = random.Next(4);
        for (int i = 0; i < picture.Length; i++)
        {
            int place = label == 0 ? i % Side : i / Side;
            picture[i] = (byte)(random.Next(128) + ((place + shift) % 4 < 2 ? 128 : 0));
        }
    }
}
