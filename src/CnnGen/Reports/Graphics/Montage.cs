namespace CnnGen;

/// <summary>Small pictures of one size side by side in one, with a pixel between them.</summary>
/// <param name="Address">The picture as an address that holds it.</param>
/// <param name="Height">Its rows.</param>
/// <param name="Width">Its columns.</param>
internal sealed record Montage(string Address, int Height, int Width)
{
    /// <summary>Maps, each place coloured by its value.</summary>
    /// <param name="count">How many.</param>
    /// <param name="height">Rows of one.</param>
    /// <param name="width">Columns of one.</param>
    /// <param name="columns">Maps in a row.</param>
    /// <param name="value">The value at a map's place (row after row).</param>
    /// <param name="isSigned">Whether zero is in the middle of the colours.</param>
    public static Montage Of(int count, int height, int width, int columns, Func<int, int, float> value, bool isSigned)
    {
        var (low, high) = Bounds(count, height * width, value, isSigned);
        int rows = (count + columns - 1) / columns;
        int wide = (Math.Min(columns, count) * (width + 1)) - 1;
        int tall = (rows * (height + 1)) - 1;
        var pixels = new byte[wide * tall];
        Array.Fill(pixels, Palette.Nothing);
        for (int map = 0; map < count; map++)
        {
            int corner = (map / columns * (height + 1) * wide) + (map % columns * (width + 1));
            for (int place = 0; place < height * width; place++)
            {
                pixels[corner + (place / width * wide) + (place % width)] = Palette.Place(value(map, place), low, high);
            }
        }

        byte[] palette = isSigned ? Palette.Diverging : Palette.Sequential;
        return new Montage(PngImage.DataAddress(tall, wide, 1, pixels, palette), tall, wide);
    }

    /// <summary>The picture in the page, each pixel as large as asked for, smaller where the page is.</summary>
    public Markup ToMarkup(string description, double scale) => Markup.Of(
        $"<img class=\"pixels\" src=\"{Address}\" width=\"{(int)(Width * scale)}\" height=\"{(int)(Height * scale)}\" alt=\"{description}\"/>");

    private static (float Low, float High) Bounds(int count, int places, Func<int, int, float> value, bool isSigned)
    {
        float low = 0;
        float high = 0;
        for (int map = 0; map < count; map++)
        {
            for (int place = 0; place < places; place++)
            {
                low = MathF.Min(low, value(map, place));
                high = MathF.Max(high, value(map, place));
            }
        }

        return isSigned ? (-MathF.Max(-low, high), MathF.Max(-low, high)) : (low, high);
    }
}
