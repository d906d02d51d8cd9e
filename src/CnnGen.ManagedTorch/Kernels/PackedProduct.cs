namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// The product by blocks: a block of b is packed into panels two vectors wide and a block of a into rows without gaps,
/// so that the register tile reads both in order, whatever the matrices' own strides do to the caches.
/// </summary>
internal static unsafe class PackedProduct
{
    /// <summary>Depth of a block: a panel of b, 32 KB in AVX-512, passes through the first-level cache once per tile row.</summary>
    private const int BlockK = 256;

    /// <summary>Rows and columns of a block: a's and b's together take half of a second-level cache of 1 MB.</summary>
    private const int BlockM = 168, BlockN = 256;

    public static void Run(in Product product)
    {
        int panel = 2 * WidestLanes.Count;
        int wanted = WorkTeam.PartsFor((long)product.M * product.N * product.K, 256 * 1024);
        int columnParts = Math.Clamp(Math.Max(wanted, (product.N + BlockN - 1) / BlockN), 1, (product.N + panel - 1) / panel);
        int rowParts = Math.Clamp(wanted / columnParts, 1, (product.M + 27) / 28);
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
            int panels = (int)(endColumn - firstColumn + 2 * T.Count - 1) / (2 * T.Count);
            float* b = scratch.Floats((long)panels * 2 * T.Count * BlockK);
            float* a = scratch.Floats((BlockM + RowGap) * (BlockK + RowGap));
            float* zeros = scratch.Zeros(2 * T.Count);
            for (int k = 0; k < p.K; k += BlockK)
            {
                int depth = Math.Min(BlockK, p.K - k);
                PackB<T>((int)firstColumn, (int)endColumn, k, depth, b);
                for (long i = firstRow; i < endRow; i += BlockM)
                {
                    int rows = (int)Math.Min(BlockM, endRow - i);
                    PackA((int)i, rows, k, depth, a);
                    Multiply<T>((int)i, rows, (int)firstColumn, (int)endColumn, depth, a, b, p.Adds || k > 0 ? null : zeros);
                }
            }
        }

        private void PackB<T>(int first, int end, int k, int depth, float* target) where T : struct, ILanes<T>
        {
            int panel = 2 * T.Count;
            for (int j = first; j < end; j += panel, target += depth * panel)
            {
                int width = Math.Min(panel, end - j);
                if (width < panel)
                {
                    new Span<float>(target, depth * panel).Clear();
                }

                if (p.TransB)
                {
                    Transpose.Run(width, depth, p.B + (long)j * p.Ldb + k, p.Ldb, target, panel);
                }
                else
                {
                    Copy(depth, width, p.B + (long)k * p.Ldb + j, p.Ldb, target, panel);
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

        /// <summary>Floats between packed rows of a as it lies, with a gap that keeps rows from sharing cache sets.</summary>
        private int APitch => (p.TransA ? BlockM : BlockK) + RowGap;

        private void Multiply<T>(int row, int rows, int first, int end, int depth, float* a, float* b, float* zeros) where T : struct, ILanes<T>
        {
            int panel = 2 * T.Count;
            nint tap = 0;
            var o = new TileOperands
            {
                A = (byte*)a, Taps = &tap, TapCount = 1, Depth = depth, BStep = panel * sizeof(float),
                ARow = sizeof(float) * (p.TransA ? 1 : APitch), AStep = sizeof(float) * (p.TransA ? APitch : 1),
                CRow = (nint)p.Ldc * sizeof(float), StartRow = zeros == null ? (nint)p.Ldc * sizeof(float) : 0,
            };
            for (int j = first; j < end; j += panel, b += depth * panel)
            {
                byte* c = (byte*)(p.C + (long)row * p.Ldc + j);
                o.B = (byte*)b;
                o.Start = zeros == null ? c : (byte*)zeros;
                TileRow.Run<T>(rows, Math.Min(panel, end - j), ref o, c);
            }
        }
    }

    private const int RowGap = 16;

    private static void Copy(int rows, int cols, float* source, long sourcePitch, float* target, long targetPitch)
    {
        for (int i = 0; i < rows; i++)
        {
            new ReadOnlySpan<float>(source + i * sourcePitch, cols).CopyTo(new Span<float>(target + i * targetPitch, cols));
        }
    }
}
