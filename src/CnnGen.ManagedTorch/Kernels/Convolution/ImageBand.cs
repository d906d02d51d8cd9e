namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// Some rows of an image with zeros where a window reaches over its left or right border. Where none does, it is the
/// image itself; else a copy, because a copy of a cached band costs a few percent of what border tests in the inner
/// loop would. Rows above and below the image must not be read: whoever walks the rows leaves them out.
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
        if (left >= 0 && right <= w)
        {
            return new ImageBand(image + ((long)top * w + left) * c, (long)w * c);
        }

        int firstRow = Math.Clamp(top, 0, h), endRow = Math.Clamp(bottom, firstRow, h);
        int from = Math.Clamp(left, 0, w), to = Math.Clamp(right, from, w);
        long pitch = (long)(right - left) * c;
        float* copy = scratch.Floats(pitch * (endRow - firstRow));
        for (int row = firstRow; row < endRow; row++)
        {
            var target = new Span<float>(copy + (row - firstRow) * pitch, (int)pitch);
            if (from == to)
            {
                target.Clear();
                continue;
            }

            target[..((from - left) * c)].Clear();
            new ReadOnlySpan<float>(image + ((long)row * w + from) * c, (to - from) * c).CopyTo(target[((from - left) * c)..]);
            target[((to - left) * c)..].Clear();
        }

        return new ImageBand(copy - (firstRow - top) * pitch, pitch);
    }

    /// <summary>Which of count items, at start, start + step, …, lie in 0..length.</summary>
    public static (int First, int End) Inside(int start, int step, int count, int length)
    {
        int first = start >= 0 ? 0 : (-start + step - 1) / step;
        int end = start >= length ? 0 : (length - start + step - 1) / step;
        return (Math.Min(first, count), Math.Clamp(end, Math.Min(first, count), count));
    }
}
