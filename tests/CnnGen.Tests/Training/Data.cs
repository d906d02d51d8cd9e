namespace CnnGen.Tests;

/// <summary>Small data sets.</summary>
internal static class Data
{
    /// <summary>Bright quarters of a 4×4 image on a dim, uneven ground: class 0, 1 or 2, in turn.</summary>
    public static ImageDataset Quarters(int count, int seed = 1)
    {
        var random = new Random(seed);
        var pixels = new byte[count * 16];
        random.NextBytes(pixels);
        var labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            labels[n] = n % 3;
            for (int i = 0; i < 16; i++)
            {
                bool bright = (i / 8, i % 4 / 2) == (labels[n] / 2, labels[n] % 2);
                pixels[(n * 16) + i] = (byte)((pixels[(n * 16) + i] / 4) + (bright ? 180 : 0));
            }
        }

        return ImageDataset.FromLabels(4, 4, 1, 3, pixels, labels);
    }

    /// <summary>Images whose label is their place.</summary>
    public static ImageDataset Numbered(int count) =>
        ImageDataset.FromLabels(1, 1, 1, count, Enumerable.Range(0, count).Select(i => (byte)i).ToArray(), Enumerable.Range(0, count).ToArray());
}
