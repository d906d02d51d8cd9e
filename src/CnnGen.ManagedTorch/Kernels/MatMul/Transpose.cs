using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Transposition of a matrix, in blocks that stay in registers.</summary>
internal static unsafe class Transpose
{
    /// <summary>Columns that are finished before the next rows: their target lines stay in the first cache.</summary>
    private const int Band = 64;

    /// <summary>Floats of a cache line.</summary>
    private const int Line = 16;

    /// <summary>How far ahead of the rows the target's lines are fetched: each is written a quarter at a time, which no processor foresees.</summary>
    private const int Ahead = 2 * Line;

    /// <summary>target[j, i] = source[i, j] for all i below rows and j below cols.</summary>
    public static void Run(int rows, int cols, float* source, long sourceStride, float* target, long targetStride)
    {
        for (int j = 0; j < cols; j += Band)
        {
            int width = Math.Min(Band, cols - j);
            RunBand(rows, width, source + j, sourceStride, target + j * targetStride, targetStride);
        }
    }

    private static void RunBand(int rows, int cols, float* source, long sourceStride, float* target, long targetStride)
    {
        int i = 0;
        for (; i <= rows - 4; i += 4)
        {
            if (i % Line == 0 && i + Ahead < rows)
            {
                Fetch(cols, target + i + Ahead, targetStride);
            }

            int j = 0;
            for (; j <= cols - 4; j += 4)
            {
                Block4(source + i * sourceStride + j, sourceStride, target + j * targetStride + i, targetStride);
            }

            if (j < cols && cols > 4)
            {
                // The last block reaches back over columns that are done.
                Block4(source + i * sourceStride + cols - 4, sourceStride, target + (cols - 4) * targetStride + i, targetStride);
            }
            else
            {
                Plain(4, cols - j, source + i * sourceStride + j, sourceStride, target + j * targetStride + i, targetStride);
            }
        }

        Plain(rows - i, cols, source + i * sourceStride, sourceStride, target + i, targetStride);
    }

    private static void Fetch(int lines, float* first, long distance)
    {
        for (int j = 0; j < lines; j++)
        {
            Cache.Prefetch(first + j * distance);
        }
    }

    private static void Plain(int rows, int cols, float* source, long sourceStride, float* target, long targetStride)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < cols; j++)
            {
                target[j * targetStride + i] = source[i * sourceStride + j];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block4(float* source, long sourceStride, float* target, long targetStride)
    {
        Vector128<float> r0 = Vector128.Load(source), r1 = Vector128.Load(source + sourceStride);
        Vector128<float> r2 = Vector128.Load(source + 2 * sourceStride), r3 = Vector128.Load(source + 3 * sourceStride);
        Vector128<float> low01 = InterleaveLow(r0, r1), high01 = InterleaveHigh(r0, r1);
        Vector128<float> low23 = InterleaveLow(r2, r3), high23 = InterleaveHigh(r2, r3);
        PairLow(low01, low23).Store(target);
        PairHigh(low01, low23).Store(target + targetStride);
        PairLow(high01, high23).Store(target + 2 * targetStride);
        PairHigh(high01, high23).Store(target + 3 * targetStride);
    }

    private static Vector128<float> InterleaveLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    private static Vector128<float> InterleaveHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);

    private static Vector128<float> PairLow(Vector128<float> a, Vector128<float> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a.AsDouble(), b.AsDouble()).AsSingle()
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a.AsDouble(), b.AsDouble()).AsSingle()
        : Vector128.Create(a[0], a[1], b[0], b[1]);

    private static Vector128<float> PairHigh(Vector128<float> a, Vector128<float> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a.AsDouble(), b.AsDouble()).AsSingle()
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a.AsDouble(), b.AsDouble()).AsSingle()
        : Vector128.Create(a[2], a[3], b[2], b[3]);
}
