using CnnGen.ManagedTorch.Kernels;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Kernels;

using Random = System.Random;

public sealed unsafe class ReductionTests
{
    [Theory]
    [InlineData(1), InlineData(17), InlineData(8192), InlineData(8193), InlineData(300_001)]
    public void Sums_over_everything_agree_with_double_precision(long n)
    {
        using Buffer<float> x = new Random(1).Floats(n), y = new Random(2).Floats(n);
        float[] a = x.Span.ToArray(), b = y.Span.ToArray();
        double scale = a.Sum(v => (double)Math.Abs(v)) * 1e-6;
        Reduction.Sum(n, x).ShouldBe(a.Sum(v => (double)v), scale);
        Reduction.SumOfSquares(n, x).ShouldBe(a.Sum(v => (double)v * v), scale);
        Reduction.SumOfAbsolutes(n, x).ShouldBe(a.Sum(v => (double)Math.Abs(v)), scale);
        Reduction.Dot(n, x, y).ShouldBe(a.Zip(b, (v, w) => (double)v * w).Sum(), scale);
        Reduction.Max(n, x).ShouldBe(a.Max());
        Reduction.Min(n, x).ShouldBe(a.Min());
        x.Span[(int)n / 2] = float.NaN;
        Reduction.Max(n, x).ShouldBe(float.NaN);
        Reduction.Min(n, x).ShouldBe(float.NaN);
    }

    [Fact]
    public void Rows_and_columns_agree_with_double_precision() => Cases.Run(200, random =>
    {
        int rows = random.Pick(1, 2, 64, random.Next(1, 2000)), cols = random.Pick(1, 2, 10, 16, 33, random.Next(1, 300));
        using Buffer<float> x = random.Floats((long)rows * cols, 5), ofColumns = new(cols), ofRows = new(rows), largest = new(rows);
        using Buffer<long> index = new(rows);
        float[][] lines = [.. x.Span.ToArray().Chunk(cols)];
        Reduction.SumRows(rows, cols, x, ofColumns);
        ofColumns.ShouldMatch([.. Enumerable.Range(0, cols).Select(c => lines.Sum(l => (double)l[c]))], 1e-5, $"{rows}×{cols}", inputs: 1);
        Reduction.SumColumns(rows, cols, x, ofRows);
        ofRows.ShouldMatch([.. lines.Select(l => l.Sum(v => (double)v))], 1e-5, $"{rows}×{cols}", inputs: 1);
        Reduction.Max(rows, cols, x, largest);
        largest.Span.ToArray().ShouldBe(lines.Select(l => l.Max()));
        Reduction.ArgMax(rows, cols, x, index);
        index.Span.ToArray().ShouldBe(lines.Select(l => (long)Array.IndexOf(l, l.Max())));
    });

    [Fact]
    public void Softmax_and_its_gradient_agree_with_double_precision() => Cases.Run(200, random =>
    {
        int rows = random.Next(1, 200), cols = random.Pick(1, 2, 10, 16, 33, 1000);
        using Buffer<float> x = random.Floats((long)rows * cols, random.Pick(1, 5, 200)), y = new(x.Length), dy = random.Floats(x.Length), dx = new(x.Length);
        double[] softmax = new double[x.Length], log = new double[x.Length], ofSoftmax = new double[x.Length], ofLog = new double[x.Length];
        for (int first = 0; first < x.Length; first += cols)
        {
            int[] row = [.. Enumerable.Range(first, cols)];
            double largest = row.Max(i => x[i]), sum = row.Sum(i => Math.Exp(x[i] - largest));
            foreach (int i in row)
            {
                log[i] = x[i] - largest - Math.Log(sum);
                softmax[i] = Math.Exp(log[i]);
            }

            double dot = row.Sum(i => dy[i] * softmax[i]), total = row.Sum(i => (double)dy[i]);
            foreach (int i in row)
            {
                ofSoftmax[i] = softmax[i] * (dy[i] - dot);
                ofLog[i] = dy[i] - softmax[i] * total;
            }
        }

        string size = $"{rows}×{cols}";
        Reduction.Softmax(rows, cols, x, y);
        y.ShouldMatch(softmax, 1e-5, size, inputs: 1);
        Reduction.SoftmaxBackward(rows, cols, dy, y, dx);
        dx.ShouldMatch(ofSoftmax, 1e-5, size, inputs: 1);
        Reduction.LogSoftmax(rows, cols, x, y);
        y.ShouldMatch(log, 1e-5, size, inputs: 1);
        Reduction.LogSoftmaxBackward(rows, cols, dy, y, dx);
        dx.ShouldMatch(ofLog, 1e-5, size, inputs: 1);
    });
}
