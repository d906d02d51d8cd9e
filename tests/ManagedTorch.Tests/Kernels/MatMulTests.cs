using CnnGen.ManagedTorch.Kernels;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Kernels;

using Random = System.Random;

public sealed unsafe class MatMulTests
{
    private const double Tolerance = 1e-5;

    [Fact]
    public void Random_products_agree_with_plain_loops() => Cases.Run(400, random =>
    {
        int m = Length(random), n = Length(random), k = random.Next(20) == 0 ? 0 : Length(random);
        Check(random, random.Next(2) == 0, random.Next(2) == 0, m, n, k, random.Pick(0f, 0f, 1f, -0.5f));
    });

    [Theory]
    [InlineData(false, true, 64, 33, 4100), InlineData(false, true, 5, 7, 2070), InlineData(false, true, 1, 128, 3001)]
    [InlineData(false, false, 9, 900, 300), InlineData(true, false, 128, 520, 64), InlineData(true, true, 40, 50, 600)]
    [InlineData(true, false, 32, 32, 5000), InlineData(false, true, 200, 40, 1500), InlineData(false, false, 400, 3, 270)]
    public void Products_of_every_path_agree_with_plain_loops(bool transA, bool transB, int m, int n, int k) =>
        Check(new Random(m), transA, transB, m, n, k, beta: 1);

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void The_same_thread_count_gives_the_same_bits(int threads)
    {
        using var _ = new ThreadCount(threads);
        var random = new Random(1);
        using Buffer<float> a = random.Floats(64 * 5000), b = random.Floats(40 * 5000), first = new(64 * 40), again = new(64 * 40);
        MatMul.Gemm(false, true, 64, 40, 5000, a, 5000, b, 5000, 0, first, 40);
        for (int i = 0; i < 20; i++)
        {
            MatMul.Gemm(false, true, 64, 40, 5000, a, 5000, b, 5000, 0, again, 40);
            again.ShouldBeSameBits(first);
        }
    }

    private static int Length(Random random) => random.Pick(1, 2, 15, 16, 17, 31, 33, random.Next(1, 80), random.Next(1, 80));

    private static void Check(Random random, bool transA, bool transB, int m, int n, int k, float beta)
    {
        int lda = (transA ? m : k) + random.Next(3), ldb = (transB ? k : n) + random.Next(3), ldc = n + random.Next(3);
        using Buffer<float> a = random.Floats((long)lda * (transA ? k : m)), b = random.Floats((long)ldb * (transB ? n : k));
        using Buffer<float> c = random.Floats((long)ldc * m);
        var expected = new double[c.Length];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < ldc; j++)
            {
                double sum = j < n ? beta * c[i * ldc + j] : c[i * ldc + j];
                for (int p = 0; p < k && j < n; p++)
                {
                    sum += (double)(transA ? a[p * lda + i] : a[i * lda + p]) * (transB ? b[j * ldb + p] : b[p * ldb + j]);
                }

                expected[i * ldc + j] = sum;
            }
        }

        MatMul.Gemm(transA, transB, m, n, k, a, lda, b, ldb, beta, c, ldc);
        c.ShouldMatch(expected, Tolerance, $"{m}×{n}×{k} transA {transA} transB {transB} beta {beta}");
    }
}
