namespace CnnGen.Pictures;

/// <summary>What is believed of a picture's header before there is anything of the picture.</summary>
internal static class PictureLimits
{
    /// <summary>Bytes of a picture that one array must hold.</summary>
    /// <exception cref="InvalidDataException">There are too many.</exception>
    public static int Bytes(int height, int width, int channels)
    {
        long bytes = (long)height * width * channels;
        return height > 0 && width > 0 && (Int128)height * width * channels <= Array.MaxLength
            ? (int)bytes
            : throw new InvalidDataException($"its size is {width}×{height}");
    }

    /// <summary>Whether a file can have what its header says.</summary>
    /// <exception cref="InvalidDataException">It cannot.</exception>
    public static void Check(Int128 needed, Int128 most, int height, int width)
    {
        if (needed > most)
        {
            throw new InvalidDataException($"it is cut short or damaged: its header speaks of {width}×{height} pixels, for which it has too few bytes");
        }
    }
}
