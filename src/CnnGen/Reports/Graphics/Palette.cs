namespace CnnGen;

/// <summary>Colours for numbers: many steps between a few that the eye finds evenly far apart. The first place is kept for what is see-through.</summary>
internal static class Palette
{
    /// <summary>The place that shows what is behind the picture.</summary>
    public const byte Nothing = 0;

    private const int Steps = 255;

    /// <summary>From nothing (night) to the largest (sand).</summary>
    public static readonly byte[] Sequential = Between(0x0B1026, 0x23366F, 0x2B6C97, 0x4FA59B, 0xA9D08E, 0xFBF3C4);

    /// <summary>Below zero rust, above it blue, paper between.</summary>
    public static readonly byte[] Diverging = Between(0x8F2D1B, 0xD9825B, 0xF3EFE6, 0x6FA3C7, 0x1E4F83);

    /// <summary>The place of a value between two bounds.</summary>
    public static byte Place(float value, float low, float high) =>
        (byte)(1 + (high > low ? Math.Clamp(MathF.Round((value - low) / (high - low) * (Steps - 1)), 0, Steps - 1) : 0));

    private static byte[] Between(params ReadOnlySpan<int> colours)
    {
        var palette = new byte[3 * (Steps + 1)];
        for (int i = 0; i < Steps; i++)
        {
            double place = (double)i / (Steps - 1) * (colours.Length - 1);
            int first = Math.Min((int)place, colours.Length - 2);
            for (int channel = 0; channel < 3; channel++)
            {
                palette[(3 * (i + 1)) + channel] = (byte)Math.Round(Mixed(colours[first], colours[first + 1], place - first, 16 - (8 * channel)));
            }
        }

        return palette;
    }

    private static double Mixed(int from, int to, double share, int shift) =>
        (((from >> shift) & 0xFF) * (1 - share)) + (((to >> shift) & 0xFF) * share);
}
