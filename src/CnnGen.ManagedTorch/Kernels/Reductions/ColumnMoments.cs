namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Two quantities of a place of a matrix, whose sums over each column are wanted.</summary>
internal interface IMoments
{
    void At<T>(long index, int column, out T first, out T second) where T : struct, ILanes<T>;
}

/// <summary>
/// Sums of two quantities over the columns of a matrix in one pass: floats within a block of rows, doubles across
/// blocks, so that the error does not grow with the number of rows.
/// </summary>
internal static unsafe class ColumnMoments
{
    /// <summary>Floats of a block: several columns of vectors pass over it while it is in the first-level cache. Few rows, too, keep floats exact enough.</summary>
    private const int BlockFloats = 4096;

    private const int SmallestPart = 16 * 1024;

    /// <summary>Writes the columns' sums to <paramref name="first"/> and <paramref name="second"/>.</summary>
    public static void Sum<TMoments>(long rows, int cols, TMoments moments, double* first, double* second) where TMoments : unmanaged, IMoments
    {
        int parts = WorkTeam.PartsFor(rows, Math.Max(1, SmallestPart / cols));
        using var scratch = Scratch.Open();
        double* sums = scratch.Take<double>(2L * parts * cols);
        // From the end: what was written last is still in the cache.
        WidestLanes.Run(parts, new Work<TMoments>(rows, cols, parts, moments, sums), descends: true);
        for (int c = 0; c < cols; c++)
        {
            (first[c], second[c]) = (0, 0);
            for (int part = 0; part < parts; part++)
            {
                first[c] += sums[2L * part * cols + c];
                second[c] += sums[(2L * part + 1) * cols + c];
            }
        }
    }

    private readonly struct Work<TMoments>(long rows, int cols, int parts, TMoments moments, double* sums) : IVectorWork
        where TMoments : unmanaged, IMoments
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (long start, long end) = WorkTeam.Slice(rows, parts, part);
            double* first = sums + 2L * part * cols, second = first + cols;
            new Span<double>(first, 2 * cols).Clear();
            int block = Math.Clamp(BlockFloats / cols, 16, 256);
            for (long last = end; last > start; last -= block)
            {
                LaneColumns.Each<T, Block<TMoments>>(cols, new Block<TMoments>(Math.Max(start, last - block), last, cols, moments, first, second));
            }
        }
    }

    /// <summary>Some rows, while they are in the cache.</summary>
    private readonly struct Block<TMoments>(long start, long end, int cols, TMoments moments, double* first, double* second) : IColumnWork
        where TMoments : unmanaged, IMoments
    {
        public void At<T>(int column) where T : struct, ILanes<T>
        {
            // Even and odd rows apart: two independent chains of additions for each quantity.
            TMoments own = moments;
            T zero = T.Create(0), first0 = zero, first1 = zero, second0 = zero, second1 = zero;
            long row = start, last = end, step = cols, index = row * step + column;
            for (; row <= last - 2; row += 2, index += 2 * step)
            {
                own.At(index, column, out T a, out T b);
                first0 += a;
                second0 += b;
                own.At(index + step, column, out a, out b);
                first1 += a;
                second1 += b;
            }

            if (row < last)
            {
                own.At(index, column, out T a, out T b);
                first0 += a;
                second0 += b;
            }

            float* lanes = stackalloc float[2 * T.Count];
            (first0 + first1).Store(lanes);
            (second0 + second1).Store(lanes + T.Count);
            for (int i = 0; i < T.Count; i++)
            {
                first[column + i] += lanes[i];
                second[column + i] += lanes[T.Count + i];
            }
        }
    }
}
