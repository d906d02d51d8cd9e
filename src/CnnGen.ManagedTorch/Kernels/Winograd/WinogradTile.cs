using System.Runtime.CompilerServices;
using static CnnGen.ManagedTorch.Kernels.WinogradTransforms;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// One tile of an NHWC image, transformed along both axes. Vectors run along the channels, whose number must be a
/// multiple of the vector's; the 36 products of a tile follow each other, each with all channels.
/// </summary>
internal static unsafe class WinogradTile
{
    /// <summary>Floats that a transform needs aside.</summary>
    public const int AsideFloats = Products * 16;

    /// <summary>6 × 6 pixels from (top, left), zero outside the image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Input<T>(in WinogradImage image, int top, int left, float* v, float* aside) where T : struct, ILanes<T>
    {
        float* d0 = image.Row(top, left), d1 = image.Row(top + 1, left), d2 = image.Row(top + 2, left);
        float* d3 = image.Row(top + 3, left), d4 = image.Row(top + 4, left), d5 = image.Row(top + 5, left);
        (int from, int to) = image.Inside(left, Points);
        ClearColumns<T>(from, to, Points, aside);
        int channels = image.C;
        for (int c = 0; c < channels; c += T.Count)
        {
            for (int j = from; j < to; j++)
            {
                int at = j * channels + c;
                WinogradTransforms.Input(
                    T.Load(d0 + at), T.Load(d1 + at), T.Load(d2 + at), T.Load(d3 + at), T.Load(d4 + at), T.Load(d5 + at),
                    out T v0, out T v1, out T v2, out T v3, out T v4, out T v5);
                StoreSix(aside + j * T.Count, Points * T.Count, v0, v1, v2, v3, v4, v5);
            }

            float* target = v + c;
            for (int i = 0; i < Points; i++, target += Points * channels)
            {
                float* a = aside + i * Points * T.Count;
                WinogradTransforms.Input(
                    T.Load(a), T.Load(a + T.Count), T.Load(a + 2 * T.Count), T.Load(a + 3 * T.Count), T.Load(a + 4 * T.Count), T.Load(a + 5 * T.Count),
                    out T v0, out T v1, out T v2, out T v3, out T v4, out T v5);
                StoreSix(target, channels, v0, v1, v2, v3, v4, v5);
            }
        }
    }

    /// <summary>4 × 4 gradients from (top, left), zero outside the image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient<T>(in WinogradImage image, int top, int left, float* v, float* aside) where T : struct, ILanes<T>
    {
        float* d0 = image.Row(top, left), d1 = image.Row(top + 1, left), d2 = image.Row(top + 2, left), d3 = image.Row(top + 3, left);
        (int from, int to) = image.Inside(left, Tile);
        ClearColumns<T>(from, to, Tile, aside);
        int channels = image.C;
        for (int c = 0; c < channels; c += T.Count)
        {
            for (int j = from; j < to; j++)
            {
                int at = j * channels + c;
                WinogradTransforms.Gradient(
                    T.Load(d0 + at), T.Load(d1 + at), T.Load(d2 + at), T.Load(d3 + at),
                    out T v0, out T v1, out T v2, out T v3, out T v4, out T v5);
                StoreSix(aside + j * T.Count, Tile * T.Count, v0, v1, v2, v3, v4, v5);
            }

            float* target = v + c;
            for (int i = 0; i < Points; i++, target += Points * channels)
            {
                float* a = aside + i * Tile * T.Count;
                WinogradTransforms.Gradient(
                    T.Load(a), T.Load(a + T.Count), T.Load(a + 2 * T.Count), T.Load(a + 3 * T.Count),
                    out T v0, out T v1, out T v2, out T v3, out T v4, out T v5);
                StoreSix(target, channels, v0, v1, v2, v3, v4, v5);
            }
        }
    }

    /// <summary>Up to 4 × 4 outputs from the products, with the bias added; bias may not be null.</summary>
    /// <param name="m">The products of the tile's first output channel.</param>
    /// <param name="y">Where the first output goes; pixels lie <paramref name="channels"/> floats apart.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Output<T>(float* m, int channels, float* bias, float* y, long row, int rows, int cols, float* aside)
        where T : struct, ILanes<T>
    {
        long pointRow = Points * (long)channels;
        for (int c = 0; c < channels; c += T.Count)
        {
            for (int j = 0; j < Points; j++)
            {
                float* p = m + j * channels + c;
                WinogradTransforms.Output(
                    T.Load(p), T.Load(p + pointRow), T.Load(p + 2 * pointRow), T.Load(p + 3 * pointRow), T.Load(p + 4 * pointRow), T.Load(p + 5 * pointRow),
                    out T y0, out T y1, out T y2, out T y3);
                float* a = aside + j * T.Count;
                y0.Store(a);
                y1.Store(a + Points * T.Count);
                y2.Store(a + 2 * Points * T.Count);
                y3.Store(a + 3 * Points * T.Count);
            }

            T start = T.Load(bias + c);
            for (int i = 0; i < rows; i++)
            {
                float* a = aside + i * Points * T.Count, target = y + i * row + c;
                WinogradTransforms.Output(
                    T.Load(a), T.Load(a + T.Count), T.Load(a + 2 * T.Count), T.Load(a + 3 * T.Count), T.Load(a + 4 * T.Count), T.Load(a + 5 * T.Count),
                    out T y0, out T y1, out T y2, out T y3);
                (y0 + start).Store(target);
                if (cols > 1) (y1 + start).Store(target + channels);
                if (cols > 2) (y2 + start).Store(target + 2 * channels);
                if (cols > 3) (y3 + start).Store(target + 3 * channels);
            }
        }
    }

    /// <summary>Columns outside the image are zero at every point.</summary>
    private static void ClearColumns<T>(int from, int to, int width, float* aside) where T : struct, ILanes<T>
    {
        for (int j = 0; j < width; j++)
        {
            if (j < from || j >= to)
            {
                T zero = T.Create(0);
                StoreSix(aside + j * T.Count, width * T.Count, zero, zero, zero, zero, zero, zero);
            }
        }
    }

    /// <summary>What belongs to the six points of an axis.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSix<T>(float* target, long distance, T v0, T v1, T v2, T v3, T v4, T v5) where T : struct, ILanes<T>
    {
        v0.Store(target);
        v1.Store(target + distance);
        v2.Store(target + 2 * distance);
        v3.Store(target + 3 * distance);
        v4.Store(target + 4 * distance);
        v5.Store(target + 5 * distance);
    }
}
