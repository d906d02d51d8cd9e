using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Samples.Mnist.Records;

/// <summary>How many multiply-adds the machine can do, measured with sums that never leave the registers.</summary>
internal static class MultiplyAddPeak
{
    private const long Rounds = 1_000_000;
    private const int Chains = 10;

    // A machine is not as fast at all times; the best of many, half a second in all, counts.
    private const int Attempts = 100;

    /// <summary>GFLOP/s of all processors together, a multiply-add counted as two.</summary>
    public static double Measure() => Enumerable.Range(0, Attempts).Max(static _ => MeasureOnce());

    private static double MeasureOnce()
    {
        var results = new float[Environment.ProcessorCount];
        var threads = Enumerable.Range(0, results.Length).Select(i => new Thread(() => results[i] = Vector512.IsHardwareAccelerated ? Chain512(Rounds) : Chain256(Rounds))).ToList();
        var lanes = Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count;
        var began = Stopwatch.GetTimestamp();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        return 2.0 * threads.Count * Rounds * Chains * lanes / Stopwatch.GetElapsedTime(began).TotalSeconds / 1e9;
    }

    // As many sums as hide how long one takes.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Chain512(long rounds)
    {
        Vector512<float> a = Vector512.Create(1.0001f), b = Vector512.Create(0.5f);
        Vector512<float> c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a, c8 = a, c9 = a;
        for (long i = 0; i < rounds; i++)
        {
            c0 = Vector512.FusedMultiplyAdd(c0, b, a);
            c1 = Vector512.FusedMultiplyAdd(c1, b, a);
            c2 = Vector512.FusedMultiplyAdd(c2, b, a);
            c3 = Vector512.FusedMultiplyAdd(c3, b, a);
            c4 = Vector512.FusedMultiplyAdd(c4, b, a);
            c5 = Vector512.FusedMultiplyAdd(c5, b, a);
            c6 = Vector512.FusedMultiplyAdd(c6, b, a);
            c7 = Vector512.FusedMultiplyAdd(c7, b, a);
            c8 = Vector512.FusedMultiplyAdd(c8, b, a);
            c9 = Vector512.FusedMultiplyAdd(c9, b, a);
        }

        return Vector512.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Chain256(long rounds)
    {
        Vector256<float> a = Vector256.Create(1.0001f), b = Vector256.Create(0.5f);
        Vector256<float> c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a, c8 = a, c9 = a;
        for (long i = 0; i < rounds; i++)
        {
            c0 = Vector256.FusedMultiplyAdd(c0, b, a);
            c1 = Vector256.FusedMultiplyAdd(c1, b, a);
            c2 = Vector256.FusedMultiplyAdd(c2, b, a);
            c3 = Vector256.FusedMultiplyAdd(c3, b, a);
            c4 = Vector256.FusedMultiplyAdd(c4, b, a);
            c5 = Vector256.FusedMultiplyAdd(c5, b, a);
            c6 = Vector256.FusedMultiplyAdd(c6, b, a);
            c7 = Vector256.FusedMultiplyAdd(c7, b, a);
            c8 = Vector256.FusedMultiplyAdd(c8, b, a);
            c9 = Vector256.FusedMultiplyAdd(c9, b, a);
        }

        return Vector256.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9);
    }
}
