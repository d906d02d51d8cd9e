using static CnnGen.ManagedTorch.Kernels.WinogradTransforms;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// A row of pixels, transformed along its length. A tile is six pixels, of which neighbours share two, and gives four
/// outputs; it has a place in each of six planes, one for each point.
/// </summary>
/// <param name="width">Pixels of a row.</param>
/// <param name="channels">Floats of a pixel: a multiple of the vector's.</param>
internal readonly unsafe struct WinogradRow(int width, int channels)
{
    /// <summary>Evaluates the tiles of a row at the points.</summary>
    /// <param name="pixels">The row's first pixel; null for a row of zeros.</param>
    /// <param name="left">Where the first tile begins; what lies outside the row is zero.</param>
    /// <param name="v">The first tile's place in the first plane.</param>
    /// <param name="plane">Floats from one plane to the next.</param>
    public void Transform<T>(float* pixels, int left, int tiles, float* v, long plane) where T : struct, ILanes<T>
    {
        if (pixels == null)
        {
            for (int point = 0; point < Points; point++)
            {
                new Span<float>(v + point * plane, tiles * channels).Clear();
            }

            return;
        }

        for (int tile = 0; tile < tiles; tile++, left += Tile, v += channels)
        {
            if (left >= 0 && left + Points <= width)
            {
                TransformInside<T>(pixels + (long)left * channels, v, plane);
            }
            else
            {
                TransformBorder<T>(pixels, left, v, plane);
            }
        }
    }

    /// <summary>The pixels of a row of outputs, with the bias added.</summary>
    /// <param name="m">The first tile's products at the first point.</param>
    public void Interpolate<T>(float* m, long plane, float* bias, float* y) where T : struct, ILanes<T>
    {
        int pixel = channels;
        for (int left = 0; left < width; left += Tile, m += pixel, y += Tile * pixel)
        {
            int count = Math.Min(Tile, width - left);
            for (int i = 0; i < pixel; i += T.Count)
            {
                float* p = m + i, target = y + i;
                Output(
                    T.Load(p), T.Load(p + plane), T.Load(p + 2 * plane), T.Load(p + 3 * plane), T.Load(p + 4 * plane), T.Load(p + 5 * plane),
                    out T y0, out T y1, out T y2, out T y3);
                T start = T.Load(bias + i);
                (y0 + start).Store(target);
                if (count > 1) (y1 + start).Store(target + pixel);
                if (count > 2) (y2 + start).Store(target + 2 * pixel);
                if (count > 3) (y3 + start).Store(target + 3 * pixel);
            }
        }
    }

    private void TransformInside<T>(float* d, float* v, long plane) where T : struct, ILanes<T>
    {
        int pixel = channels;
        for (int i = 0; i < pixel; i += T.Count, d += T.Count)
        {
            Input(
                T.Load(d), T.Load(d + pixel), T.Load(d + 2 * pixel), T.Load(d + 3 * pixel), T.Load(d + 4 * pixel), T.Load(d + 5 * pixel),
                out T v0, out T v1, out T v2, out T v3, out T v4, out T v5);
            WinogradTile.StoreSix(v + i, plane, v0, v1, v2, v3, v4, v5);
        }
    }

    private void TransformBorder<T>(float* pixels, int left, float* v, long plane) where T : struct, ILanes<T>
    {
        for (int i = 0; i < channels; i += T.Count)
        {
            float* row = pixels + i;
            Input(
                At<T>(row, left), At<T>(row, left + 1), At<T>(row, left + 2), At<T>(row, left + 3), At<T>(row, left + 4), At<T>(row, left + 5),
                out T v0, out T v1, out T v2, out T v3, out T v4, out T v5);
            WinogradTile.StoreSix(v + i, plane, v0, v1, v2, v3, v4, v5);
        }
    }

    private T At<T>(float* row, int x) where T : struct, ILanes<T> => x < 0 || x >= width ? T.Create(0) : T.Load(row + (long)x * channels);
}
