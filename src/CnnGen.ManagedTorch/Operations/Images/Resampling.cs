using CnnGen.ManagedTorch.Kernels;

namespace CnnGen.ManagedTorch;

/// <summary>Which old places a new one reads, by PyTorch's rules for each way of interpolating.</summary>
internal static class Resampling
{
    /// <summary>The place that lies there.</summary>
    /// <param name="scale">Old pixels to a new one.</param>
    /// <param name="exact">Seen from the middle of the new pixel instead of from its edge.</param>
    public static ResampledAxis Nearest(int length, int newLength, float scale, bool exact)
    {
        var sources = new int[newLength];
        for (var i = 0; i < newLength; i++)
            sources[i] = Math.Min((int)MathF.Floor((i + (exact ? 0.5f : 0)) * scale), length - 1);
        return new ResampledAxis(length, 1, sources, Enumerable.Repeat(1f, newLength).ToArray());
    }

    /// <summary>Straight between the two neighbours.</summary>
    public static ResampledAxis Linear(int length, int newLength, float scale, bool alignCorners)
    {
        var (sources, weights) = (new int[2 * newLength], new float[2 * newLength]);
        for (var i = 0; i < newLength; i++)
        {
            var place = alignCorners ? i * scale : Math.Max(0, ((i + 0.5f) * scale) - 0.5f);
            var before = Math.Min((int)place, length - 1);
            var share = Math.Clamp(place - before, 0, 1);
            (sources[2 * i], sources[(2 * i) + 1]) = (before, Math.Min(before + 1, length - 1));
            (weights[2 * i], weights[(2 * i) + 1]) = (1 - share, share);
        }

        return new ResampledAxis(length, 2, sources, weights);
    }

    /// <summary>Keys's cubic through four neighbours, with a = -0.75.</summary>
    public static ResampledAxis Cubic(int length, int newLength, float scale, bool alignCorners)
    {
        const int Taps = 4;
        var (sources, weights) = (new int[Taps * newLength], new float[Taps * newLength]);
        for (var i = 0; i < newLength; i++)
        {
            var place = alignCorners ? i * scale : ((i + 0.5f) * scale) - 0.5f;
            var before = (int)MathF.Floor(place);
            for (var t = 0; t < Taps; t++)
            {
                sources[(Taps * i) + t] = Math.Clamp(before - 1 + t, 0, length - 1);
                weights[(Taps * i) + t] = CubicWeight(Math.Abs(place - (before - 1 + t)));
            }
        }

        return new ResampledAxis(length, Taps, sources, weights);
    }

    private static float CubicWeight(float distance)
    {
        const float A = -0.75f;
        return distance <= 1
            ? ((((A + 2) * distance) - (A + 3)) * distance * distance) + 1
            : ((((distance - 5) * distance) + 8) * distance * A) - (4 * A);
    }
}
