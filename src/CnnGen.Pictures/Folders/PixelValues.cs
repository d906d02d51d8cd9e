namespace CnnGen.Pictures;

/// <summary>Bytes as what goes into a network.</summary>
internal static class PixelValues
{
    /// <summary>Numbers from 0 to 1.</summary>
    public static void Copy(Image image, Span<float> values)
    {
        ReadOnlySpan<byte> pixels = image.Pixels.Span;
        for (int i = 0; i < pixels.Length; i++)
        {
            values[i] = pixels[i] / 255f;
        }
    }
}
