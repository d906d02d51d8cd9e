using CnnGen;
using CnnGen.Pictures;

namespace Network._1;

/// <summary>Draws pictures to begin with: narrow stripes, wider ones, still wider ones … in any colour and direction. Delete it once you have your own.</summary>
internal static class SamplePictures
{
    private const int PicturesOfAClass = 100;
    private const int Side = PictureData.Side;

    /// <summary>Fills a folder with a sub-folder for each class, unless it is there already.</summary>
    public static void Draw(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var random = new Random(1);
        for (int label = 0; label < PictureData.Classes; label++)
        {
            double width = 3 * Math.Pow(1.8, label);
            for (int i = 0; i < PicturesOfAClass; i++)
            {
                PictureFile.Write(Path.Combine(folder, $"stripes of {width:00} pixels", $"{i}.png"), DrawStripes(width, random));
            }
        }
    }

    private static Image DrawStripes(double width, Random random)
    {
        (double y, double x) = Math.SinCos(random.NextDouble() * Math.PI);
        double shift = random.NextDouble() * width;
        byte[] dark = Colour(random, darkest: 0), bright = Colour(random, darkest: 128);
        var pixels = new byte[Side * Side * 3];
        for (int i = 0; i < Side * Side; i++)
        {
            double stripe = Math.Floor(((i % Side * x) + (i / Side * y) + shift) / width);
            (stripe % 2 == 0 ? dark : bright).CopyTo(pixels, i * 3);
        }

        return new Image(Side, Side, 3, pixels);
    }

    private static byte[] Colour(Random random, int darkest) => [.. Enumerable.Range(0, 3).Select(_ => (byte)(darkest + random.Next(128)))];
}
