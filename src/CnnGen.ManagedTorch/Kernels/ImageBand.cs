namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// Some rows of an image with zeros where a window reaches over its border. Where none does, it is the image itself;
/// else a copy, because a copy of a cached band costs a few percent of what border tests in the inner loop would.
/// </summary>
internal readonly unsafe struct ImageBand
{
    /// <summary>The pixel at the band's top left.</summary>
    public readonly float* Origin;

    /// <summary>Floats from one row to the next.</summary>
    public readonly long Pitch;

    private ImageBand(float* origin, long pitch)
    {
        Origin = origin;
        Pitch = pitch;
    }

    /// <summary>Rows top..bottom and columns left..right of an image, any of which may lie outside.</summary>
    public static ImageBand Take(float* image, int h, int w, int c, int top, int bottom, int left, int right, in Scratch scratch)
    {
        if (top >= 0 && bottom <= h && left >= 0 && right <= w)
        {
            return new ImageBand(image + ((long)top * w + left) * c, (long)w * c);
        }

        long pitch = (long)(right - left) * c;
        float* copy = scratch.Floats(pitch * (bottom - top));
        int from = Math.Clamp(left, 0, w), to = Math.Clamp(right, from, w);
        for (int row = top; row < bottom; row++)
        {
            var target = new Span<float>(copy + (row - top) * pitch, (int)pitch);
            if (row < 0 || row >= h || from == to)
            {
                target.Clear();
                continue;
            }

            target[..((from - left) * c)].Clear();
            new ReadOnlySpan<float>(image + ((long)row * w + from) * c, (to - from) * c).CopyTo(target[((from - left) * c)..]);
            target[((to - left) * c)..].Clear();
        }

        return new ImageBand(copy, pitch);
    }
}
