namespace CnnGen;

/// <summary>Brings the values of images into the order that an <see cref="Image"/> has: row after row, the channels of a pixel side by side.</summary>
internal static class PixelOrder
{
    /// <summary>From planes of one channel each.</summary>
    public static void Interleave(Span<byte> pixels, int imageSize, int channels) =>
        Transpose(pixels, imageSize, channels, imageSize / channels, 1);

    /// <summary>Exchanges rows and columns of images of one size.</summary>
    /// <param name="pixels">Any number of images.</param>
    /// <param name="imageSize">Bytes of an image.</param>
    /// <param name="rows">Rows that an image has before.</param>
    /// <param name="columns">Columns that it has before.</param>
    /// <param name="depth">Bytes that stay together.</param>
    public static void Transpose(Span<byte> pixels, int imageSize, int rows, int columns, int depth)
    {
        if (rows == 1 || columns == 1)
        {
            return;
        }

        var copy = new byte[imageSize];
        for (int start = 0; start < pixels.Length; start += imageSize)
        {
            Span<byte> image = pixels.Slice(start, imageSize);
            image.CopyTo(copy);
            int place = 0;
            for (int column = 0; column < columns; column++)
            {
                for (int row = 0; row < rows; row++, place += depth)
                {
                    copy.AsSpan(((row * columns) + column) * depth, depth).CopyTo(image[place..]);
                }
            }
        }
    }
}
