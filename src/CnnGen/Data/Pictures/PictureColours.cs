namespace CnnGen;

/// <summary>Brings an image to one channel or to three: from grey, grey and alpha, colours, colours and alpha.</summary>
internal static class PictureColours
{
    public static Image ToGrey(Image image) => Convert(image, 1);

    public static Image ToColour(Image image) => Convert(image, 3);

    private static Image Convert(Image image, int channels)
    {
        if (image.Channels == channels)
        {
            return image;
        }

        if (image.Channels > 4)
        {
            throw new InvalidOperationException($"An image of {image.Channels} channels has no colours: those have 1 to 4, grey or red, green and blue, and alpha.");
        }

        ReadOnlySpan<byte> from = image.Pixels.Span;
        var to = new byte[image.Height * image.Width * channels];
        for (int i = 0, place = 0; i < from.Length; i += image.Channels)
        {
            ReadOnlySpan<byte> pixel = from.Slice(i, image.Channels);
            byte alpha = image.Channels is 2 or 4 ? pixel[^1] : byte.MaxValue;
            bool isColour = image.Channels >= 3;
            if (channels == 1)
            {
                double luma = isColour ? (0.299 * pixel[0]) + (0.587 * pixel[1]) + (0.114 * pixel[2]) : pixel[0];
                to[place++] = OverWhite(luma, alpha);
                continue;
            }

            for (int c = 0; c < channels; c++)
            {
                to[place++] = OverWhite(pixel[isColour ? c : 0], alpha);
            }
        }

        return new Image(image.Height, image.Width, channels, to);
    }

    private static byte OverWhite(double value, byte alpha)
    {
        double opacity = alpha / 255.0;
        return (byte)Math.Round((value * opacity) + (255 * (1 - opacity)));
    }
}
