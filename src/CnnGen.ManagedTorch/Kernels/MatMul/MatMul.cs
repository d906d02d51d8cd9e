using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Products of row-major matrices.</summary>
internal static unsafe class MatMul
{
    /// <summary>Results up to this size may be summed in several copies, each over a piece of the depth.</summary>
    private const long SmallResult = 64 * 1024;

    private const int LongDepth = 1024;

    /// <summary>From this depth on a single row is multiplied as it lies: its product is bound by reading b once.</summary>
    private const int DepthOfOneRow = 64;

    /// <summary>
    /// With so few rows nothing that is packed is used often enough: rows are multiplied as they lie.
    /// With more, or a short depth, the dot product's sums across vectors and its hunger for cache cost more.
    /// </summary>
    private const int FewRows = 8;

    /// <summary>Multiply-adds below which another part costs more than it brings.</summary>
    private const long SmallWork = 128 * 1024;

    /// <summary>c = op(a)·op(b) + beta·c with op(a) m×k, op(b) k×n; with beta 0, c is not read.</summary>
    public static void Gemm(bool transA, bool transB, int m, int n, int k, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc)
    {
        if (m == 0 || n == 0)
        {
            return;
        }

        if (beta != 0 && beta != 1 || k == 0)
        {
            Scale(m, n, beta, c, ldc);
        }

        if (k > 0)
        {
            var product = new Product(transA, transB, m, n, k, a, lda, b, ldb, beta != 0, c, ldc);
            int pieces = DepthPieces(product);
            if (pieces > 1)
            {
                SplitDepth(product, pieces);
            }
            else
            {
                Run(product);
            }
        }
    }

    private static void Run(in Product product)
    {
        if (!product.TransA && product.TransB && IsThin(product))
        {
            DotProduct.Run(product);
        }
        else if (!product.TransA && product.TransB && product.M < product.N && product.K >= 64)
        {
            RunSwapped(product);
        }
        else
        {
            PackedProduct.Run(product);
        }
    }

    private static bool IsThin(in Product p) =>
        (Math.Min(p.M, p.N) <= FewRows && p.K >= LongDepth) || (p.M == 1 && p.K >= DepthOfOneRow);

    /// <summary>
    /// a·bᵀ as the transpose of b·aᵀ: one of the two has to be transposed as it is packed, and a is the smaller.
    /// </summary>
    private static void RunSwapped(in Product p)
    {
        using var scratch = Scratch.Open();
        float* c = scratch.Floats((long)p.N * p.M);
        PackedProduct.Run(new Product(false, true, p.N, p.M, p.K, p.B, p.Ldb, p.A, p.Lda, false, c, p.M));
        float* sums = p.Adds ? scratch.Floats((long)p.N * p.M) : p.C;
        int pitch = p.Adds ? p.N : p.Ldc;
        int parts = WorkTeam.PartsFor(p.N, Math.Max(1, 64 * 1024 / p.M));
        WorkTeam.Run(parts, new TransposeWork(p, parts, c, sums, pitch));
        for (int i = 0; i < p.M && p.Adds; i++)
        {
            var row = new Span<float>(p.C + (long)i * p.Ldc, p.N);
            TensorPrimitives.Add(row, new ReadOnlySpan<float>(sums + (long)i * p.N, p.N), row);
        }
    }

    private readonly struct TransposeWork(Product p, int parts, float* source, float* target, int pitch) : IWork
    {
        public void Run(int part)
        {
            (long start, long end) = WorkTeam.Slice(p.N, parts, part, grain: 16);
            Transpose.Run((int)(end - start), p.M, source + start * p.M, p.M, target + start, pitch);
        }
    }

    private static int DepthPieces(in Product p) =>
        (long)p.M * p.N > SmallResult || p.K < 2 * LongDepth ? 1 : WorkTeam.PartsFor(p.K, Math.Max(LongDepth, SmallWork / ((long)p.M * p.N)));

    private static void SplitDepth(in Product product, int pieces)
    {
        using var scratch = Scratch.Open();
        float* sums = scratch.Floats((long)pieces * product.M * product.N);
        WorkTeam.Run(pieces, new DepthWork(product, pieces, sums));
        int slices = WorkTeam.PartsFor(product.M, Math.Max(1, 16 * 1024 / product.N));
        WorkTeam.Run(slices, new AddPiecesWork(product, pieces, sums, slices));
    }

    private static void Scale(int m, int n, float beta, float* c, int ldc)
    {
        for (int i = 0; i < m; i++)
        {
            var row = new Span<float>(c + (long)i * ldc, n);
            if (beta == 0)
            {
                row.Clear();
            }
            else
            {
                TensorPrimitives.Multiply(row, beta, row);
            }
        }
    }

    private readonly struct DepthWork(Product product, int pieces, float* sums) : IWork
    {
        public void Run(int piece)
        {
            (long start, long end) = WorkTeam.Slice(product.K, pieces, piece, grain: 16);
            Product p = product;
            p.A += p.TransA ? start * p.Lda : start;
            p.B += p.TransB ? start : start * p.Ldb;
            p.K = (int)(end - start);
            p.C = sums + (long)piece * p.M * p.N;
            p.Ldc = p.N;
            p.Adds = false;
            MatMul.Run(p);
        }
    }

    private readonly struct AddPiecesWork(Product product, int pieces, float* sums, int slices) : IWork
    {
        public void Run(int slice)
        {
            (long start, long end) = WorkTeam.Slice(product.M, slices, slice);
            for (long i = start; i < end; i++)
            {
                var target = new Span<float>(product.C + i * product.Ldc, product.N);
                if (!product.Adds)
                {
                    target.Clear();
                }

                for (int piece = 0; piece < pieces; piece++)
                {
                    TensorPrimitives.Add(target, new ReadOnlySpan<float>(sums + (piece * (long)product.M + i) * product.N, product.N), target);
                }
            }
        }
    }
}
