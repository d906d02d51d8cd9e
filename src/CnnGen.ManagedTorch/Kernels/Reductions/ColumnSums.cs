namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Sums of the columns of a row-major matrix.</summary>
internal static unsafe class ColumnSums
{
    /// <summary>sums[j] += the sum of column j.</summary>
    public static void Add<T>(long rows, int cols, float* x, float* sums) where T : struct, ILanes<T>
    {
        int j = 0;
        for (; j <= cols - 2 * T.Count; j += 2 * T.Count)
        {
            AddTwo<T>(rows, cols, x + j, sums + j);
        }

        LaneColumns.Each<T, OneColumn>(cols - j, new OneColumn(rows, cols, x + j, sums + j));
    }

    /// <summary>Two columns of vectors, even and odd rows apart: four independent sums hide the addition's latency.</summary>
    private static void AddTwo<T>(long rows, int cols, float* x, float* sums) where T : struct, ILanes<T>
    {
        T zero = T.Create(0), a0 = zero, a1 = zero, b0 = zero, b1 = zero;
        long i = 0;
        for (; i <= rows - 2; i += 2, x += 2 * cols)
        {
            a0 += T.Load(x);
            a1 += T.Load(x + T.Count);
            b0 += T.Load(x + cols);
            b1 += T.Load(x + cols + T.Count);
        }

        if (i < rows)
        {
            a0 += T.Load(x);
            a1 += T.Load(x + T.Count);
        }

        (T.Load(sums) + (a0 + b0)).Store(sums);
        (T.Load(sums + T.Count) + (a1 + b1)).Store(sums + T.Count);
    }

    /// <summary>One column of vectors, even and odd rows apart.</summary>
    private readonly struct OneColumn(long rows, int cols, float* x, float* sums) : IColumnWork
    {
        public void At<T>(int column) where T : struct, ILanes<T>
        {
            float* values = x + column;
            T even = T.Create(0), odd = even;
            long i = 0;
            for (; i <= rows - 2; i += 2, values += 2 * cols)
            {
                even += T.Load(values);
                odd += T.Load(values + cols);
            }

            if (i < rows)
            {
                even += T.Load(values);
            }

            (T.Load(sums + column) + (even + odd)).Store(sums + column);
        }
    }
}
