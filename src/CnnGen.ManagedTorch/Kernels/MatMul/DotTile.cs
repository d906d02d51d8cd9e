using System.Runtime.CompilerServices;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Up to 4 × 6 products of a row of a with a row of b, side by side.</summary>
internal static unsafe class DotTile
{
    public static void Run<T>(int rows, int columns, int depth, float* a, long lda, float* b, long ldb, float* c, long ldc, bool adds)
        where T : struct, ILanes<T>
    {
        float* sums = stackalloc float[24];
        switch (rows)
        {
            case 1: Run<T, N1>(columns, depth, a, lda, b, ldb, sums); break;
            case 2: Run<T, N2>(columns, depth, a, lda, b, ldb, sums); break;
            case 3: Run<T, N3>(columns, depth, a, lda, b, ldb, sums); break;
            default: Run<T, N4>(columns, depth, a, lda, b, ldb, sums); break;
        }

        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                float* target = c + i * ldc + j;
                *target = adds ? *target + sums[i * 6 + j] : sums[i * 6 + j];
            }
        }
    }

    private static void Run<T, TRows>(int columns, int depth, float* a, long lda, float* b, long ldb, float* sums)
        where T : struct, ILanes<T> where TRows : struct, ICount
    {
        switch (columns)
        {
            case 1: Block<T, TRows, N1>(depth, a, lda, b, ldb, sums); break;
            case 2: Block<T, TRows, N2>(depth, a, lda, b, ldb, sums); break;
            case 3: Block<T, TRows, N3>(depth, a, lda, b, ldb, sums); break;
            case 4: Block<T, TRows, N4>(depth, a, lda, b, ldb, sums); break;
            case 5: Block<T, TRows, N5>(depth, a, lda, b, ldb, sums); break;
            default: Block<T, TRows, N6>(depth, a, lda, b, ldb, sums); break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Block<T, TRows, TColumns>(int depth, float* a, long lda, float* b, long ldb, float* sums)
        where T : struct, ILanes<T> where TRows : struct, ICount where TColumns : struct, ICount
    {
        T zero = T.Create(0);
        T s00 = zero, s01 = zero, s02 = zero, s03 = zero, s04 = zero, s05 = zero;
        T s10 = zero, s11 = zero, s12 = zero, s13 = zero, s14 = zero, s15 = zero;
        T s20 = zero, s21 = zero, s22 = zero, s23 = zero, s24 = zero, s25 = zero;
        T s30 = zero, s31 = zero, s32 = zero, s33 = zero, s34 = zero, s35 = zero;
        int k = 0;
        for (; k <= depth - T.Count; k += T.Count)
        {
            float* p = b + k;
            T x, b0, b1, b2, b3, b4, b5;
            b0 = T.Load(p);
            b1 = TColumns.Value > 1 ? T.Load(p + 1 * ldb) : zero;
            b2 = TColumns.Value > 2 ? T.Load(p + 2 * ldb) : zero;
            b3 = TColumns.Value > 3 ? T.Load(p + 3 * ldb) : zero;
            b4 = TColumns.Value > 4 ? T.Load(p + 4 * ldb) : zero;
            b5 = TColumns.Value > 5 ? T.Load(p + 5 * ldb) : zero;
            float* q = a + k;
            x = T.Load(q);
            s00 = T.MultiplyAdd(x, b0, s00);
            if (TColumns.Value > 1) s01 = T.MultiplyAdd(x, b1, s01);
            if (TColumns.Value > 2) s02 = T.MultiplyAdd(x, b2, s02);
            if (TColumns.Value > 3) s03 = T.MultiplyAdd(x, b3, s03);
            if (TColumns.Value > 4) s04 = T.MultiplyAdd(x, b4, s04);
            if (TColumns.Value > 5) s05 = T.MultiplyAdd(x, b5, s05);
            if (TRows.Value > 1)
            {
                x = T.Load(q + 1 * lda);
                s10 = T.MultiplyAdd(x, b0, s10);
                if (TColumns.Value > 1) s11 = T.MultiplyAdd(x, b1, s11);
                if (TColumns.Value > 2) s12 = T.MultiplyAdd(x, b2, s12);
                if (TColumns.Value > 3) s13 = T.MultiplyAdd(x, b3, s13);
                if (TColumns.Value > 4) s14 = T.MultiplyAdd(x, b4, s14);
                if (TColumns.Value > 5) s15 = T.MultiplyAdd(x, b5, s15);
            }
            if (TRows.Value > 2)
            {
                x = T.Load(q + 2 * lda);
                s20 = T.MultiplyAdd(x, b0, s20);
                if (TColumns.Value > 1) s21 = T.MultiplyAdd(x, b1, s21);
                if (TColumns.Value > 2) s22 = T.MultiplyAdd(x, b2, s22);
                if (TColumns.Value > 3) s23 = T.MultiplyAdd(x, b3, s23);
                if (TColumns.Value > 4) s24 = T.MultiplyAdd(x, b4, s24);
                if (TColumns.Value > 5) s25 = T.MultiplyAdd(x, b5, s25);
            }
            if (TRows.Value > 3)
            {
                x = T.Load(q + 3 * lda);
                s30 = T.MultiplyAdd(x, b0, s30);
                if (TColumns.Value > 1) s31 = T.MultiplyAdd(x, b1, s31);
                if (TColumns.Value > 2) s32 = T.MultiplyAdd(x, b2, s32);
                if (TColumns.Value > 3) s33 = T.MultiplyAdd(x, b3, s33);
                if (TColumns.Value > 4) s34 = T.MultiplyAdd(x, b4, s34);
                if (TColumns.Value > 5) s35 = T.MultiplyAdd(x, b5, s35);
            }
        }

        SumRow<T, TColumns>(sums + 0, s00, s01, s02, s03, s04, s05);
        if (TRows.Value > 1) SumRow<T, TColumns>(sums + 6, s10, s11, s12, s13, s14, s15);
        if (TRows.Value > 2) SumRow<T, TColumns>(sums + 12, s20, s21, s22, s23, s24, s25);
        if (TRows.Value > 3) SumRow<T, TColumns>(sums + 18, s30, s31, s32, s33, s34, s35);
        for (; k < depth; k++)
        {
            for (int i = 0; i < TRows.Value; i++)
            {
                for (int j = 0; j < TColumns.Value; j++)
                {
                    sums[i * 6 + j] += a[i * lda + k] * b[j * ldb + k];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SumRow<T, TColumns>(float* sums, T s0, T s1, T s2, T s3, T s4, T s5) where T : struct, ILanes<T> where TColumns : struct, ICount
    {
        sums[0] = T.Sum(s0);
        if (TColumns.Value > 1) sums[1] = T.Sum(s1);
        if (TColumns.Value > 2) sums[2] = T.Sum(s2);
        if (TColumns.Value > 3) sums[3] = T.Sum(s3);
        if (TColumns.Value > 4) sums[4] = T.Sum(s4);
        if (TColumns.Value > 5) sums[5] = T.Sum(s5);
    }
}
