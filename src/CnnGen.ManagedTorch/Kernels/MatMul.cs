namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Products of row-major matrices.</summary>
internal static unsafe class MatMul
{
    /// <summary>c = op(a)·op(b) + beta·c with op(a) m×k, op(b) k×n; with beta 0, c is not read.</summary>
    public static void Gemm(bool transA, bool transB, int m, int n, int k, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc) =>
        WorkTeam.Run(m, new Work(transA, transB, n, k, a, lda, b, ldb, beta, c, ldc));

    private readonly struct Work(bool transA, bool transB, int n, int k, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc) : IWork
    {
        public void Run(int i)
        {
            for (int j = 0; j < n; j++)
            {
                float sum = 0;
                for (int p = 0; p < k; p++)
                    sum += (transA ? a[(long)p * lda + i] : a[(long)i * lda + p]) * (transB ? b[(long)j * ldb + p] : b[(long)p * ldb + j]);
                float* target = c + (long)i * ldc + j;
                *target = beta == 0 ? sum : sum + beta * *target;
            }
        }
    }
}
