namespace CnnGen.Pictures;

/// <summary>A picture as its file has it.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">Values of a pixel.</param>
/// <param name="Values">All values, row after row: places in the palette if there is one, numbers below 2 to the power of the bits if there are
/// fewer than 8 of these, bytes else; of 16 bits the upper 8.</param>
internal sealed record DecodedPicture(int Height, int Width, int Channels, byte[] Values)
{
    /// <summary>The colours that values stand for, four bytes each with alpha.</summary>
    public byte[]? Palette { get; init; }

    /// <summary>The lower 8 bits of each value, where values of one channel have 16.</summary>
    public byte[]? Lower { get; init; }

    /// <summary>Whether the file keeps pixels only about as they were.</summary>
    public bool IsLossy { get; init; }

    /// <summary>The value of white.</summary>
    public int White { get; init; } = byte.MaxValue;

    /// <summary>A value of one channel as the file has it, with all its bits.</summary>
    public int WholeValue(int place) => Lower is null ? Values[place] : (Values[place] << 8) | Lower[place];

    /// <summary>The picture with 1 to 4 channels of bytes.</summary>
    /// <exception cref="InvalidDataException">A value stands for no colour.</exception>
    public Image ToImage()
    {
        if (Palette is { } palette)
        {
            return FromPalette(palette);
        }

        return new Image(Height, Width, Channels, White == byte.MaxValue ? Values : Array.ConvertAll(Values, value => (byte)(value * byte.MaxValue / White)));
    }

    private Image FromPalette(byte[] palette)
    {
        bool isOpaque = true;
        for (int i = 3; i < palette.Length; i += 4)
        {
            isOpaque &= palette[i] == byte.MaxValue;
        }

        int channels = isOpaque ? 3 : 4;
        var pixels = new byte[PictureLimits.Bytes(Height, Width, channels)];
        for (int i = 0; i < Values.Length; i++)
        {
            int colour = 4 * Values[i];
            if (colour >= palette.Length)
            {
                throw new InvalidDataException($"the pixel in row {i / Width} and column {i % Width} has colour {Values[i]}, but its palette has {palette.Length / 4}");
            }

            palette.AsSpan(colour, channels).CopyTo(pixels.AsSpan(channels * i));
        }

        return new Image(Height, Width, channels, pixels);
    }
}
