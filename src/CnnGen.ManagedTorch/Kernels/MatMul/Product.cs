namespace CnnGen.ManagedTorch.Kernels;

/// <summary>A product to compute: c = op(a)·op(b), or c += where <see cref="Adds"/>.</summary>
internal unsafe struct Product(
    bool transA, bool transB, int m, int n, int k, float* a, int lda, float* b, int ldb, bool adds, float* c, int ldc)
{
    public readonly bool TransA = transA, TransB = transB;
    public readonly int M = m, N = n;
    public int K = k;
    public float* A = a, B = b, C = c;
    public readonly int Lda = lda, Ldb = ldb;
    public int Ldc = ldc;
    public bool Adds = adds;
}
