using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>From a place between -1 and 1 to a coordinate in pixels along one axis, and how fast that one moves.</summary>
internal static class GridAxis
{
    public static float Coordinate(float place, int size, GridSamplePaddingMode padding, bool alignCorners, out float slope)
    {
        var scale = alignCorners ? (size - 1) / 2f : size / 2f;
        var x = alignCorners ? (place + 1) / 2 * (size - 1) : (((place + 1) * size) - 1) / 2;
        slope = scale;
        if (padding == GridSamplePaddingMode.Zeros) return x;
        if (padding == GridSamplePaddingMode.Reflection)
        {
            x = alignCorners ? Reflect(x, 0, 2 * (size - 1), ref slope) : Reflect(x, -1, (2 * size) - 1, ref slope);
        }

        return Clip(x, size, ref slope);
    }

    // Mirrored between two bounds, which are given twice as large since they may lie between pixels.
    private static float Reflect(float x, int twiceLow, int twiceHigh, ref float slope)
    {
        if (twiceLow == twiceHigh)
        {
            slope = 0;
            return 0;
        }

        var low = twiceLow / 2f;
        var span = (twiceHigh - twiceLow) / 2f;
        var distance = x - low;
        if (distance < 0) (distance, slope) = (-distance, -slope);
        var extra = distance % span;
        if ((long)MathF.Floor(distance / span) % 2 == 0) return extra + low;
        slope = -slope;
        return span - extra + low;
    }

    private static float Clip(float x, int size, ref float slope)
    {
        if (x > 0 && x < size - 1) return x;
        slope = 0;
        return x >= size - 1 ? size - 1 : 0;
    }
}
