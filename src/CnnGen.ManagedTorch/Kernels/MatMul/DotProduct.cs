namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// The product of rows with rows, a·bᵀ, as a dense layer computes it: both operands are read along the depth as they
/// lie, and nothing is packed but a few rows of a. A tile of 4 × 6 results keeps 24 vectors of partial sums, which
/// takes 10 loads for 24 multiply-adds.
/// </summary>
internal static unsafe class DotProduct
{
    /// <summary>Depth of a block: the sums across vectors at its end are 4 % of the work, and 64 rows of a take 512 KB of second-level cache.</summary>
    private const int BlockK = 2048;

    private const int BlockM = 64;

    /// <summary>Between rows of a, so that they do not share cache sets.</summary>
    private const int RowGap = 16;

    public static void Run(in Product product)
    {
        int parts = WorkTeam.PartsFor((long)product.M * product.N * product.K, 256 * 1024);
        parts = Math.Clamp(parts, 1, (product.N + 5) / 6);
        WidestLanes.Run(parts, new Work(product, parts));
    }

    private readonly struct Work(Product p, int parts) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (long first, long end) = WorkTeam.Slice(p.N, parts, part);
            using var scratch = Scratch.Open();
            int blocks = (p.K + BlockK - 1) / BlockK;
            float* a = scratch.Floats((long)BlockM * (BlockK + RowGap));
            for (int block = 0; block < blocks; block++)
            {
                (long k, long endK) = WorkTeam.Slice(p.K, blocks, block, grain: 16);
                for (int i = 0; i < p.M; i += BlockM)
                {
                    int rows = Math.Min(BlockM, p.M - i), depth = (int)(endK - k);
                    for (int row = 0; row < rows; row++)
                    {
                        new ReadOnlySpan<float>(p.A + (long)(i + row) * p.Lda + k, depth).CopyTo(new Span<float>(a + row * (BlockK + RowGap), depth));
                    }

                    Multiply<T>(a, rows, (int)first, (int)end, k, depth, p.C + (long)i * p.Ldc, p.Adds || block > 0);
                }
            }
        }

        private void Multiply<T>(float* a, int rows, int first, int end, long k, int depth, float* c, bool adds) where T : struct, ILanes<T>
        {
            // With 16 registers 3 × 3 sums, three of b and one of a; with 32, 4 × 6.
            (int tileRows, int tileColumns) = T.TileRows < 12 ? (3, 3) : (4, 6);
            for (int j = first; j < end; j += tileColumns)
            {
                int columns = Math.Min(tileColumns, end - j);
                float* b = p.B + (long)j * p.Ldb + k;
                for (int i = 0; i < rows; i += tileRows)
                {
                    DotTile.Run<T>(Math.Min(tileRows, rows - i), columns, depth, a + i * (BlockK + RowGap), BlockK + RowGap, b, p.Ldb,
                        c + (long)i * p.Ldc + j, p.Ldc, adds);
                }
            }
        }
    }
}
