namespace CnnGen;

/// <summary>Brings an image to another size: rows first, then columns, each by a triangle as wide as the shrinking.</summary>
internal static class PictureResizer
{
    public static Image Resize(Image image, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (height == image.Height && width == image.Width)
        {
            return image;
        }

        float[] narrow = new float[BatchBuffer.Length(image.Height, width * image.Channels, "values")];
        Tap[] across = Taps(image.Width, width);
        ReadOnlySpan<byte> pixels = image.Pixels.Span;
        int channels = image.Channels;
        for (int row = 0; row < image.Height; row++)
        {
            foreach (Tap tap in across)
            {
                int from = ((row * image.Width) + tap.From) * channels;
                int to = ((row * width) + tap.To) * channels;
                for (int c = 0; c < channels; c++)
                {
                    narrow[to + c] += tap.Weight * pixels[from + c];
                }
            }
        }

        int rowSize = width * channels;
        var sums = new float[height * rowSize];
        foreach (Tap tap in Taps(image.Height, height))
        {
            for (int i = 0; i < rowSize; i++)
            {
                sums[(tap.To * rowSize) + i] += tap.Weight * narrow[(tap.From * rowSize) + i];
            }
        }

        return new Image(height, width, channels, Array.ConvertAll(sums, static value => (byte)Math.Clamp(MathF.Round(value), 0, 255)));
    }

    private static Tap[] Taps(int from, int to)
    {
        double scale = (double)from / to;
        double radius = Math.Max(scale, 1);
        List<Tap> taps = [];
        for (int i = 0; i < to; i++)
        {
            double centre = ((i + 0.5) * scale) - 0.5;
            int first = Math.Max(0, (int)Math.Ceiling(centre - radius));
            int last = Math.Min(from - 1, (int)Math.Floor(centre + radius));
            double sum = 0;
            for (int j = first; j <= last; j++)
            {
                sum += Math.Max(0, 1 - (Math.Abs(j - centre) / radius));
            }

            for (int j = first; j <= last; j++)
            {
                taps.Add(new Tap(j, i, (float)(Math.Max(0, 1 - (Math.Abs(j - centre) / radius)) / sum)));
            }
        }

        return [.. taps];
    }

    /// <summary>What one pixel gives to another.</summary>
    private readonly record struct Tap(int From, int To, float Weight);
}
