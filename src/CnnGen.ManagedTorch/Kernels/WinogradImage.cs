namespace CnnGen.ManagedTorch.Kernels;

/// <summary>An NHWC image from which tiles are taken, which may reach over its borders.</summary>
internal readonly unsafe struct WinogradImage(float* pixels, int h, int w, int c)
{
    public int C { get; } = c;

    /// <summary>The pixel at (top, left) and the floats from a row to the next; if the square reaches outside, of a copy with zeros there.</summary>
    /// <param name="copy">Room for size × size pixels.</param>
    public float* Corner(int top, int left, int size, float* copy, out long row)
    {
        if (top >= 0 && left >= 0 && top + size <= h && left + size <= w)
        {
            row = (long)w * C;
            return pixels + ((long)top * w + left) * C;
        }

        row = (long)size * C;
        new Span<float>(copy, checked((int)(size * row))).Clear();
        int from = Math.Clamp(left, 0, w), to = Math.Clamp(left + size, from, w), firstRow = Math.Clamp(top, 0, h), endRow = Math.Clamp(top + size, firstRow, h);
        for (int y = firstRow; y < endRow; y++)
        {
            new ReadOnlySpan<float>(pixels + ((long)y * w + from) * C, (to - from) * C)
                .CopyTo(new Span<float>(copy + (y - top) * row + (from - left) * C, (to - from) * C));
        }

        return copy;
    }
}
