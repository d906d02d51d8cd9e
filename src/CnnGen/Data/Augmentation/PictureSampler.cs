using System.Buffers;

namespace CnnGen;

/// <summary>Moves pictures and maps in their own memory.</summary>
internal static class PictureSampler
{
    /// <summary>A picture, or a map of numbers: each value is the mean of the four nearest, weighted by their distance.</summary>
    public static void Move(Span<float> values, int height, int width, PictureMove move, FillMode fill, float fillValue)
    {
        int channels = values.Length / (height * width);
        float[] rented = ArrayPool<float>.Shared.Rent(values.Length);
        ReadOnlySpan<float> from = rented.AsSpan(0, values.Length);
        values.CopyTo(rented);
        for (int i = 0; i < height * width; i++)
        {
            (double row, double column) = move.From(i / width, i % width, height, width);
            (int y, int x) = ((int)Math.Floor(row), (int)Math.Floor(column));
            (float down, float right) = ((float)(row - y), (float)(column - x));
            Span<float> pixel = values.Slice(i * channels, channels);
            pixel.Clear();
            Add(from, pixel, (1 - down) * (1 - right), y, x);
            Add(from, pixel, (1 - down) * right, y, x + 1);
            Add(from, pixel, down * (1 - right), y + 1, x);
            Add(from, pixel, down * right, y + 1, x + 1);
        }

        ArrayPool<float>.Shared.Return(rented);

        void Add(ReadOnlySpan<float> source, Span<float> pixel, float weight, int y, int x)
        {
            if (weight == 0)
            {
                return;
            }

            int place = Place(y, x, height, width, fill);
            for (int c = 0; c < pixel.Length; c++)
            {
                pixel[c] += weight * (place < 0 ? fillValue : source[(place * pixel.Length) + c]);
            }
        }
    }

    /// <summary>A map of classes: each value is the nearest one.</summary>
    /// <param name="values">The classes, or vectors of them side by side.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="move">The move.</param>
    /// <param name="fill">What stands where there was nothing.</param>
    /// <param name="outside">The class, or the vector, that stands for nothing.</param>
    public static void MoveNearest<T>(Span<T> values, int height, int width, PictureMove move, FillMode fill, ReadOnlySpan<T> outside)
    {
        int depth = outside.Length;
        T[] rented = ArrayPool<T>.Shared.Rent(values.Length);
        values.CopyTo(rented);
        for (int i = 0; i < height * width; i++)
        {
            (double row, double column) = move.From(i / width, i % width, height, width);
            int place = Place((int)Math.Floor(row + 0.5), (int)Math.Floor(column + 0.5), height, width, fill);
            ReadOnlySpan<T> value = place < 0 ? outside : rented.AsSpan(place * depth, depth);
            value.CopyTo(values[(i * depth)..]);
        }

        ArrayPool<T>.Shared.Return(rented);
    }

    private static int Place(int row, int column, int height, int width, FillMode fill)
    {
        if ((uint)row < (uint)height && (uint)column < (uint)width)
        {
            return (row * width) + column;
        }

        return fill switch
        {
            FillMode.Nearest => (Math.Clamp(row, 0, height - 1) * width) + Math.Clamp(column, 0, width - 1),
            FillMode.Reflect => (Mirrored(row, height) * width) + Mirrored(column, width),
            _ => -1,
        };
    }

    private static int Mirrored(int place, int size)
    {
        int within = place % (2 * size);
        within = within < 0 ? within + (2 * size) : within;
        return within < size ? within : (2 * size) - 1 - within;
    }
}
