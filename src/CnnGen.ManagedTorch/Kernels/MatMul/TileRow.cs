namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Any number of rows, up to two vectors wide, as register tiles.</summary>
internal static unsafe class TileRow
{
    /// <summary>
    /// Computes <paramref name="count"/> rows of <paramref name="width"/> floats at <paramref name="c"/>, where o holds the rest.
    /// Tiles are of nearly equal size: 26 rows are 13 + 13, not 14 + 12, and never 14 + 14 with work done twice.
    /// </summary>
    /// <param name="epilogue">What is done to each tile while it is in the first-level cache.</param>
    /// <param name="channel">The epilogue's channel that the first column is.</param>
    public static void Run<T>(int count, int width, ref TileOperands o, byte* c, in Epilogue epilogue = default, int channel = 0)
        where T : struct, ILanes<T>
    {
        int tiles = (count + T.TileRows - 1) / T.TileRows, vectors = width > T.Count ? 2 : 1;
        byte* a = o.A, start = o.Start, ahead = o.Ahead;
        for (int tile = 0, first = 0; tile < tiles; tile++)
        {
            int end = (int)((long)count * (tile + 1) / tiles);
            o.A = a + first * o.ARow;
            o.Start = start + first * o.StartRow;
            o.C = c + first * o.CRow;
            o.Ahead = ahead + Math.Min(tile, o.AheadTiles - 1) * o.AheadTile;
            if (o.FetchesTarget)
            {
                FetchTarget(end - first, width, o);
            }

            if (width == vectors * T.Count)
            {
                RegisterTile.Run<T>(end - first, vectors, o);
            }
            else
            {
                RunNarrow<T>(end - first, vectors, width, ref o);
            }

            epilogue.Apply(new PixelRun((float*)o.C, end - first, o.CRow / sizeof(float), channel, width));
            first = end;
        }

        o.A = a;
        o.Start = start;
        o.Ahead = ahead;
    }

    private static void FetchTarget(int rows, int width, in TileOperands o)
    {
        for (int row = 0; row < rows; row++)
        {
            byte* target = o.C + row * o.CRow;
            Cache.Prefetch(target);
            Cache.Prefetch(target + (width - 1) * sizeof(float));
        }
    }

    /// <summary>A tile that reaches over the last column: computed aside, then copied as far as it goes.</summary>
    private static void RunNarrow<T>(int rows, int vectors, int width, ref TileOperands o) where T : struct, ILanes<T>
    {
        float* aside = stackalloc float[RegisterTile.MaxRows * 2 * T.Count];
        byte* c = o.C, start = o.Start;
        nint row = o.CRow, startRow = o.StartRow;
        o.C = (byte*)aside;
        o.CRow = 2 * T.Count * sizeof(float);
        if (start == c)
        {
            for (int i = 0; i < rows; i++)
            {
                new ReadOnlySpan<float>(c + i * row, width).CopyTo(new Span<float>(aside + i * 2 * T.Count, 2 * T.Count));
            }

            o.Start = o.C;
            o.StartRow = o.CRow;
        }

        RegisterTile.Run<T>(rows, vectors, o);
        for (int i = 0; i < rows; i++)
        {
            new ReadOnlySpan<float>(aside + i * 2 * T.Count, width).CopyTo(new Span<float>(c + i * row, width));
        }

        o.C = c;
        o.CRow = row;
        o.Start = start;
        o.StartRow = startRow;
    }
}
