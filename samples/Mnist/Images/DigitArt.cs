using System.Text;

namespace CnnGen.Samples.Mnist.Images;

/// <summary>Draws a digit with letters.</summary>
internal static class DigitArt
{
    private const string Shades = " ░▒▓█";

    /// <summary>
    /// A picture in lines. A character cell is about twice as high as wide, so each one stands for two pixels above each other.
    /// Empty lines above and below the digit are left out.
    /// </summary>
    public static IReadOnlyList<string> Draw(Image image)
    {
        var lines = new List<string>();
        for (var y = 0; y < image.Height; y += 2)
        {
            lines.Add(Line(image, y).TrimEnd());
        }

        var first = lines.FindIndex(line => line.Length > 0);
        var last = lines.FindLastIndex(line => line.Length > 0);
        return first < 0 ? [] : lines.GetRange(first, last - first + 1);
    }

    private static string Line(Image image, int y)
    {
        var line = new StringBuilder(image.Width);
        var below = Math.Min(y + 1, image.Height - 1);
        for (var x = 0; x < image.Width; x++)
        {
            var brightness = (image[y, x] + image[below, x]) / 2;
            line.Append(Shades[(brightness * (Shades.Length - 1) + 127) / 255]);
        }

        return line.ToString();
    }
}
