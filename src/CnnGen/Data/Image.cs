namespace CnnGen;

/// <summary>One image as bytes, row after row, the channels of a pixel side by side.</summary>
public readonly struct Image
{
    /// <summary>An image over existing pixels, which are not copied.</summary>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="channels">Values a pixel has: 1 for grey, 3 for colour.</param>
    /// <param name="pixels"><c>height × width × channels</c> bytes.</param>
    public Image(int height, int width, int channels, ReadOnlyMemory<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        if ((long)height * width * channels != pixels.Length)
        {
            throw new ArgumentException(
                $"An image of {height}×{width}×{channels} has {(long)height * width * channels} bytes, not {pixels.Length}.", nameof(pixels));
        }

        Height = height;
        Width = width;
        Channels = channels;
        Pixels = pixels;
    }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Values a pixel has.</summary>
    public int Channels { get; }

    /// <summary>All values, <c>Height × Width × Channels</c>.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>
    /// The image in another size: each pixel is a mean of those that it covers, weighted by their distance (bilinear; nothing is skipped where it
    /// becomes smaller). The picture is stretched if the sides have another ratio.
    /// </summary>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    public Image Resize(int height, int width) => PictureResizer.Resize(this, height, width);

    /// <summary>The image with one channel. Colours have the weights of Rec. 601; what is transparent shows white paper.</summary>
    /// <exception cref="InvalidOperationException">It has more than four channels.</exception>
    public Image ToGrey() => PictureColours.ToGrey(this);

    /// <summary>The image with three channels, red, green and blue. What is transparent shows white paper.</summary>
    /// <exception cref="InvalidOperationException">It has more than four channels.</exception>
    public Image ToColour() => PictureColours.ToColour(this);

    /// <summary>One value.</summary>
    public byte this[int row, int column, int channel = 0]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Height, nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Width, nameof(column));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)channel, (uint)Channels, nameof(channel));
            return Pixels.Span[(((row * Width) + column) * Channels) + channel];
        }
    }
}
