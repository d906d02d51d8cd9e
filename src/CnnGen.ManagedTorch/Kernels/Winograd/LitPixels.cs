namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// Which pixels of a band are not zero in all channels. Where a kernel sees nothing but zeros its output is the bias, and
/// what Winograd's transforms leave there is the bias and a rounding error, at which a ReLU behind a bias of zero lets a
/// whole gradient pass, or not: the losses of a network that begins to learn from digits would leave PyTorch's by 1e-4
/// with its first step.
/// </summary>
/// <param name="width">Pixels of a row that a row of outputs sees.</param>
internal readonly unsafe struct LitPixels(int width, byte* lit)
{
    /// <summary>Notes a row that begins <paramref name="left"/> pixels before the image does.</summary>
    /// <param name="pixels">The image's first pixel of the row; null for a row of zeros.</param>
    /// <param name="count">Pixels of an image's row.</param>
    /// <param name="channels">Floats of a pixel.</param>
    public void Note(int row, float* pixels, int left, int count, int channels)
    {
        var places = new Span<byte>(lit + (long)row * width, width);
        places.Clear();
        int end = pixels == null ? 0 : Math.Min(count, width - left);
        for (int x = Math.Max(0, -left); x < end; x++)
        {
            places[x + left] = new ReadOnlySpan<float>(pixels + (long)x * channels, channels).ContainsAnyExcept(0f) ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Whether any is lit among the 3 × 3 from there.</summary>
    public bool AnyFrom(int row, int x)
    {
        byte* first = lit + (long)row * width + x;
        return (Three(first) | Three(first + width) | Three(first + 2 * width)) != 0;
    }

    private static int Three(byte* lit) => lit[0] | lit[1] | lit[2];
}
