using System.Diagnostics;
using System.Runtime.CompilerServices;
using CnnGen.ManagedTorch.Kernels;

namespace CnnGen.Benchmarks.Kernels;

/// <summary>How many multiply-adds the machine can do, measured with sums that never leave the registers.</summary>
internal static unsafe class MultiplyAddPeak
{
    private const long Rounds = 200_000;
    private const int Chains = 10;

    /// <summary>GFLOP/s of all threads together, a multiply-add counted as two.</summary>
    public static double Measure()
    {
        float* results = stackalloc float[WorkTeam.Threads];
        long start = Stopwatch.GetTimestamp();
        WidestLanes.Run(WorkTeam.Threads, new Work(results));
        return 2.0 * WorkTeam.Threads * Rounds * Chains * WidestLanes.Count / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9;
    }

    private readonly struct Work(float* results) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T> => results[part] = Chain<T>(Rounds);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static float Chain<T>(long rounds) where T : struct, ILanes<T>
        {
            T a = T.Create(1.0001f), b = T.Create(0.5f);
            T c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a, c8 = a, c9 = a;
            for (long i = 0; i < rounds; i++)
            {
                c0 = T.MultiplyAdd(c0, b, a);
                c1 = T.MultiplyAdd(c1, b, a);
                c2 = T.MultiplyAdd(c2, b, a);
                c3 = T.MultiplyAdd(c3, b, a);
                c4 = T.MultiplyAdd(c4, b, a);
                c5 = T.MultiplyAdd(c5, b, a);
                c6 = T.MultiplyAdd(c6, b, a);
                c7 = T.MultiplyAdd(c7, b, a);
                c8 = T.MultiplyAdd(c8, b, a);
                c9 = T.MultiplyAdd(c9, b, a);
            }

            return T.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9);
        }
    }
}
