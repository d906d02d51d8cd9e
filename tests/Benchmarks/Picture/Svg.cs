using System.Globalization;

namespace CnnGen.Benchmarks.Picture;

/// <summary>Numbers and colours in an SVG.</summary>
internal static class Svg
{
    private const int Shades = 16;

    /// <summary>A few colours from night to sand, the first see-through: a picture's palette.</summary>
    public static byte[] Colours { get; } =
        [.. Enumerable.Range(0, Shades + 1).SelectMany(static shade => Palette.Sequential.AsSpan(3 * Math.Max(1, shade * 255 / Shades), 3).ToArray())];

    /// <summary>The place of a value between nothing and the largest among <see cref="Colours"/>.</summary>
    public static byte Shade(float value, float largest) =>
        (byte)(1 + (largest > 0 ? Math.Round(Math.Clamp(value / largest, 0, 1) * (Shades - 1)) : 0));

    /// <summary>A number with as many digits behind the point as it needs, and no more than asked for.</summary>
    public static string Number(double value, int digits = 1) =>
        value.ToString("0." + new string('#', digits), CultureInfo.InvariantCulture);

    /// <summary>A text at a place.</summary>
    public static string Text(double x, double y, string style, string text) =>
        $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" class=\"{style}\">{text}</text>";

    /// <summary>A picture of pixels, each drawn as a square.</summary>
    public static string Image(double x, double y, double width, double height, string address, string attributes = "") =>
        $"<image x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" preserveAspectRatio=\"none\" class=\"pixels\"{attributes} href=\"{address}\"/>";
}
