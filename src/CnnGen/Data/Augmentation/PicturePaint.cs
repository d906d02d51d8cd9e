namespace CnnGen;

/// <summary>Changes the values of a picture where they are.</summary>
internal static class PicturePaint
{
    public static void Paint(Span<float> values, int height, int width, Augmentation augmentation, ref ExampleRandom random)
    {
        (float brightness, float contrast) = ((float)random.Around(augmentation.Brightness), (float)(1 + random.Around(augmentation.Contrast)));
        if (augmentation.Brightness > 0 || augmentation.Contrast > 0)
        {
            float mean = Mean(values);
            foreach (ref float value in values)
            {
                value = mean + ((value - mean) * contrast) + brightness;
            }
        }

        (double tall, double wide, double row, double column) = (random.Next(), random.Next(), random.Next(), random.Next());
        if (augmentation.Noise > 0)
        {
            foreach (ref float value in values)
            {
                value += (float)(random.Normal() * augmentation.Noise);
            }
        }

        if (augmentation.CutOut > 0)
        {
            Hide(values, height, width, tall * augmentation.CutOut, wide * augmentation.CutOut, row, column, augmentation.FillValue);
        }
    }

    private static void Hide(Span<float> values, int height, int width, double tall, double wide, double row, double column, float fill)
    {
        int channels = values.Length / (height * width);
        (int rows, int columns) = ((int)Math.Round(tall * height), (int)Math.Round(wide * width));
        (int top, int left) = ((int)(row * (height - rows + 1)), (int)(column * (width - columns + 1)));
        for (int y = top; y < top + rows; y++)
        {
            values.Slice(((y * width) + left) * channels, columns * channels).Fill(fill);
        }
    }

    private static float Mean(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return (float)(sum / values.Length);
    }
}
