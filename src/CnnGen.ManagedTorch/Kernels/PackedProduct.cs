namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// The product by blocks: rows of a are packed without gaps and b into panels two vectors wide, each just before its
/// use, so that the register tile reads both in order, whatever the matrices' own strides do to the caches. While a
/// panel is at work the next one is fetched, which hides the memory behind the arithmetic.
/// </summary>
internal static unsafe class PackedProduct
{
    /// <summary>Depth of a block: a panel of b, 32 KB in AVX-512, passes through the first-level cache once per tile row.</summary>
    private const int BlockK = 256;

    /// <summary>Rows of a block: with 168 (12 tiles of 14) packing a panel is 2 % of the work, and a's block 168 KB.</summary>
    private const int BlockM = 168;

    /// <summary>Floats between packed rows beyond their length, which keep rows from sharing cache sets.</summary>
    private const int RowGap = 16;

    public static void Run(in Product product)
    {
        int panel = 2 * WidestLanes.Count;
        int wanted = WorkTeam.PartsFor((long)product.M * product.N * product.K, 256 * 1024);
        int columnParts, rowParts;
        if (product.M > product.N)
        {
            rowParts = Math.Clamp(wanted, 1, (product.M + 55) / 56);
            columnParts = Math.Clamp(wanted / rowParts, 1, (product.N + panel - 1) / panel);
        }
        else
        {
            columnParts = Math.Clamp(wanted, 1, (product.N + panel - 1) / panel);
            rowParts = Math.Clamp(wanted / columnParts, 1, (product.M + 27) / 28);
        }

        WidestLanes.Run(columnParts * rowParts, new Work(product, columnParts, rowParts));
    }

    private readonly struct Work(Product p, int columnParts, int rowParts) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (int rowPart, int columnPart) = Math.DivRem(part, columnParts);
            (long firstColumn, long endColumn) = WorkTeam.Slice(p.N, columnParts, columnPart, 2 * T.Count);
            (long firstRow, long endRow) = WorkTeam.Slice(p.M, rowParts, rowPart);
            using var scratch = Scratch.Open();
            float* a = scratch.Floats((BlockM + RowGap) * (BlockK + RowGap)), b = scratch.Floats(2 * T.Count * BlockK);
            float* zeros = scratch.Zeros(2 * T.Count);
            for (long i = firstRow; i < endRow; i += BlockM)
            {
                int rows = (int)Math.Min(BlockM, endRow - i);
                for (int k = 0; k < p.K; k += BlockK)
                {
                    int depth = Math.Min(BlockK, p.K - k);
                    PackA((int)i, rows, k, depth, a);
                    Multiply<T>((int)i, rows, (int)firstColumn, (int)endColumn, k, depth, a, b, p.Adds || k > 0 ? null : zeros);
                }
            }
        }

        private void PackA(int row, int rows, int k, int depth, float* target)
        {
            if (p.TransA)
            {
                Copy(depth, rows, p.A + (long)k * p.Lda + row, p.Lda, target, APitch);
            }
            else
            {
                Copy(rows, depth, p.A + (long)row * p.Lda + k, p.Lda, target, APitch);
            }
        }

        private int APitch => (p.TransA ? BlockM : BlockK) + RowGap;

        private void Multiply<T>(int row, int rows, int first, int end, int k, int depth, float* a, float* b, float* zeros) where T : struct, ILanes<T>
        {
            int panel = 2 * T.Count;
            nint tap = 0;
            var o = new TileOperands
            {
                A = (byte*)a, Taps = &tap, TapCount = 1, Depth = depth, B = (byte*)b, BStep = panel * sizeof(float),
                ARow = sizeof(float) * (p.TransA ? 1 : APitch), AStep = sizeof(float) * (p.TransA ? APitch : 1),
                CRow = (nint)p.Ldc * sizeof(float), StartRow = zeros == null ? (nint)p.Ldc * sizeof(float) : 0,
                AheadStep = p.TransB ? 0 : (nint)p.Ldb * sizeof(float),
            };
            for (int j = first; j < end; j += panel)
            {
                int width = Math.Min(panel, end - j);
                PackB(j, width, panel, k, depth, b);
                byte* c = (byte*)(p.C + (long)row * p.Ldc + j);
                o.Start = zeros == null ? c : (byte*)zeros;
                o.Ahead = (byte*)(p.B + (p.TransB ? 0 : (long)k * p.Ldb + j + panel));
                TileRow.Run<T>(rows, width, ref o, c);
            }
        }

        private void PackB(int column, int width, int panel, int k, int depth, float* target)
        {
            if (width < panel)
            {
                new Span<float>(target, depth * panel).Clear();
            }

            if (p.TransB)
            {
                Transpose.Run(width, depth, p.B + (long)column * p.Ldb + k, p.Ldb, target, panel);
            }
            else
            {
                Copy(depth, width, p.B + (long)k * p.Ldb + column, p.Ldb, target, panel);
            }
        }
    }

    private static void Copy(int rows, int cols, float* source, long sourcePitch, float* target, long targetPitch)
    {
        for (int i = 0; i < rows; i++)
        {
            new ReadOnlySpan<float>(source + i * sourcePitch, cols).CopyTo(new Span<float>(target + i * targetPitch, cols));
        }
    }
}
