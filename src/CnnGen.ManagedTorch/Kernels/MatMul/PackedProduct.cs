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

    /// <summary>Floats of a cache line.</summary>
    private const int Line = 16;

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
            nint* taps = stackalloc nint[BlockK / Line];
            var o = new TileOperands
            {
                A = (byte*)a, Taps = taps, B = (byte*)b, BStep = panel * sizeof(float),
                ARow = sizeof(float) * (p.TransA ? 1 : APitch), AStep = sizeof(float) * (p.TransA ? APitch : 1),
                CRow = (nint)p.Ldc * sizeof(float), StartRow = zeros == null ? (nint)p.Ldc * sizeof(float) : 0,
                FetchesTarget = zeros != null,
            };
            SplitDepth(ref o, depth);
            for (int j = first; j < end; j += panel)
            {
                int width = Math.Min(panel, end - j);
                PackB<T>(j, width, k, depth, b);
                byte* c = (byte*)(p.C + (long)row * p.Ldc + j);
                o.Start = zeros == null ? c : (byte*)zeros;
                LookAhead(ref o, row, rows, j, first, panel, k);
                TileRow.Run<T>(rows, width, ref o, c);
            }
        }

        /// <summary>With rows along the depth, each tap is as deep as a cache line is long, and fetches a row's part of the next block.</summary>
        private void SplitDepth(ref TileOperands o, int depth)
        {
            bool split = p.TransB && depth == BlockK;
            o.TapCount = split ? BlockK / Line : 1;
            o.Depth = split ? Line : depth;
            o.BTap = o.Depth * o.BStep;
            for (int tap = 0; tap < o.TapCount; tap++)
            {
                o.Taps[tap] = tap * o.Depth * o.AStep;
            }
        }

        private void LookAhead(ref TileOperands o, int row, int rows, int column, int firstColumn, int panel, int k)
        {
            o.Ahead = o.B;
            o.AheadStep = o.AheadTap = o.AheadTile = 0;
            if (!p.TransB)
            {
                // Two tiles fetch the lines of the next panel's rows, a row a step.
                o.Ahead = (byte*)(p.B + (long)k * p.Ldb + column + panel);
                o.AheadStep = (nint)p.Ldb * sizeof(float);
                o.AheadTile = Line * sizeof(float);
                o.AheadTiles = 2;
            }
            else if (o.TapCount > 1 && k + 2 * BlockK <= p.K)
            {
                // The first panel's tiles fetch a's next block, each later panel's what replaces the panel before: a row a tap.
                bool fetchesA = column == firstColumn && !p.TransA;
                int before = Math.Max(firstColumn, column - panel);
                float* source = fetchesA ? p.A + (long)row * p.Lda : p.B + (long)before * p.Ldb;
                int pitch = fetchesA ? p.Lda : p.Ldb, count = fetchesA ? rows : Math.Min(2 * panel, p.N - before);
                o.Ahead = (byte*)(source + k + BlockK);
                o.AheadStep = Line * sizeof(float);
                o.AheadTap = (nint)pitch * sizeof(float);
                o.AheadTile = o.TapCount * o.AheadTap;
                o.AheadTiles = (count + o.TapCount - 1) / o.TapCount;
            }
        }

        private void PackB<T>(int column, int width, int k, int depth, float* target) where T : struct, ILanes<T>
        {
            int panel = 2 * T.Count;
            if (width < panel)
            {
                new Span<float>(target, depth * panel).Clear();
            }

            if (p.TransB)
            {
                Transpose.Run(width, depth, p.B + (long)column * p.Ldb + k, p.Ldb, target, panel);
            }
            else if (width == panel)
            {
                CopyPanel<T>(depth, p.B + (long)k * p.Ldb + column, p.Ldb, target);
            }
            else
            {
                Copy(depth, width, p.B + (long)k * p.Ldb + column, p.Ldb, target, panel);
            }
        }
    }

    private static void CopyPanel<T>(int rows, float* source, long pitch, float* target) where T : struct, ILanes<T>
    {
        for (int i = 0; i < rows; i++, source += pitch, target += 2 * T.Count)
        {
            T.Load(source).Store(target);
            T.Load(source + T.Count).Store(target + T.Count);
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
