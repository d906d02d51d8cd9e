using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Sums, maxima and softmax.</summary>
internal static unsafe class Reduction
{
    /// <summary>Pieces that are summed on their own, of a fixed size so that the result does not depend on the threads.</summary>
    private const int Piece = 1024;

    private const long SmallestPart = 16 * 1024;

    public static double Sum(long n, float* x) => SumPieces(n, new SumPiece(x));

    public static double SumOfSquares(long n, float* x) => SumPieces(n, new SquaresPiece(x));

    public static double Dot(long n, float* x, float* y) => SumPieces(n, new DotPiece(x, y));

    public static double SumOfAbsolutes(long n, float* x) => SumPieces(n, new AbsolutesPiece(x));

    /// <summary>The largest of n above zero values; NaN if there is one.</summary>
    public static float Max(long n, float* x)
    {
        float best = x[0];
        for (long i = 0; i < n; i += Piece)
        {
            best = MathF.Max(best, TensorPrimitives.Max(Piecewise(n, i, x)));
        }

        return best;
    }

    /// <summary>The smallest of n above zero values; NaN if there is one.</summary>
    public static float Min(long n, float* x)
    {
        float best = x[0];
        for (long i = 0; i < n; i += Piece)
        {
            best = MathF.Min(best, TensorPrimitives.Min(Piecewise(n, i, x)));
        }

        return best;
    }

    /// <summary>y[j] = the sum of column j.</summary>
    public static void SumRows(long rows, int cols, float* x, float* y)
    {
        if (cols == 0)
        {
            return;
        }

        int parts = WorkTeam.PartsFor(rows, Math.Max(1, SmallestPart / cols));
        using var scratch = Scratch.Open();
        float* sums = scratch.Zeros((long)parts * cols);
        WidestLanes.Run(parts, new ColumnWork(rows, cols, parts, x, sums));
        for (int j = 0; j < cols; j++)
        {
            double total = 0;
            for (int part = 0; part < parts; part++)
            {
                total += sums[(long)part * cols + j];
            }

            y[j] = (float)total;
        }
    }

    /// <summary>y[i] = the sum of row i.</summary>
    public static void SumColumns(long rows, int cols, float* x, float* y) => EachRow(rows, cols, new RowSum(cols, x, y));

    /// <summary>The first place of the largest value of each row; NaN counts as largest, as in PyTorch.</summary>
    public static void ArgMax(long rows, int cols, float* x, long* index) => EachRow(rows, cols, new RowArgMax(cols, x, index));

    /// <summary>The largest value of each row.</summary>
    public static void Max(long rows, int cols, float* x, float* y) => EachRow(rows, cols, new RowMax(cols, x, y));

    public static void Softmax(long rows, int cols, float* x, float* y) => EachRow(rows, cols, new RowSoftmax(cols, x, y));

    /// <summary>dx = y·(dy - Σ dy·y), row by row.</summary>
    public static void SoftmaxBackward(long rows, int cols, float* dy, float* y, float* dx) =>
        EachRow(rows, cols, new RowSoftmaxBackward(cols, dy, y, dx));

    public static void LogSoftmax(long rows, int cols, float* x, float* y) => EachRow(rows, cols, new RowLogSoftmax(cols, x, y));

    /// <summary>dx = dy - exp(y)·Σ dy, row by row.</summary>
    public static void LogSoftmaxBackward(long rows, int cols, float* dy, float* y, float* dx) =>
        EachRow(rows, cols, new RowLogSoftmaxBackward(cols, dy, y, dx));

    private static ReadOnlySpan<float> Piecewise(long n, long start, float* x) => new(x + start, (int)Math.Min(Piece, n - start));

    private interface IPiece
    {
        float Reduce(long n, long start);
    }

    private static double SumPieces<TPiece>(long n, TPiece piece) where TPiece : unmanaged, IPiece
    {
        long pieces = (n + Piece - 1) / Piece;
        using var scratch = Scratch.Open();
        float* sums = scratch.Floats(pieces);
        int parts = WorkTeam.PartsFor(n, SmallestPart);
        WorkTeam.Run(parts, new PieceWork<TPiece>(n, pieces, parts, piece, sums));
        double total = 0;
        for (long i = 0; i < pieces; i++)
        {
            total += sums[i];
        }

        return total;
    }

    private readonly struct PieceWork<TPiece>(long n, long pieces, int parts, TPiece piece, float* sums) : IWork where TPiece : unmanaged, IPiece
    {
        public void Run(int part)
        {
            (long start, long end) = WorkTeam.Slice(pieces, parts, part);
            for (long i = start; i < end; i++)
            {
                sums[i] = piece.Reduce(n, i * Piece);
            }
        }
    }

    private readonly struct SumPiece(float* x) : IPiece
    {
        public float Reduce(long n, long start) => TensorPrimitives.Sum(Piecewise(n, start, x));
    }

    private readonly struct SquaresPiece(float* x) : IPiece
    {
        public float Reduce(long n, long start) => TensorPrimitives.SumOfSquares(Piecewise(n, start, x));
    }

    private readonly struct AbsolutesPiece(float* x) : IPiece
    {
        public float Reduce(long n, long start) => TensorPrimitives.SumOfMagnitudes(Piecewise(n, start, x));
    }

    private readonly struct DotPiece(float* x, float* y) : IPiece
    {
        public float Reduce(long n, long start) => TensorPrimitives.Dot(Piecewise(n, start, x), Piecewise(n, start, y));
    }

    private readonly struct ColumnWork(long rows, int cols, int parts, float* x, float* sums) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (long start, long end) = WorkTeam.Slice(rows, parts, part);
            int block = Math.Max(16, Piece / cols);
            for (long row = start; row < end; row += block)
            {
                ColumnSums.Add<T>(Math.Min(block, end - row), cols, x + row * cols, sums + (long)part * cols);
            }
        }
    }

    private interface IRow
    {
        void Run(long row);
    }

    private static void EachRow<TRow>(long rows, int cols, TRow row) where TRow : unmanaged, IRow
    {
        int parts = WorkTeam.PartsFor(rows, Math.Max(1, SmallestPart / 4 / Math.Max(1, cols)));
        WorkTeam.Run(parts, new RowWork<TRow>(rows, parts, row));
    }

    private readonly struct RowWork<TRow>(long rows, int parts, TRow row) : IWork where TRow : unmanaged, IRow
    {
        public void Run(int part)
        {
            (long start, long end) = WorkTeam.Slice(rows, parts, part);
            for (long i = start; i < end; i++)
            {
                row.Run(i);
            }
        }
    }

    private readonly struct RowSum(int cols, float* x, float* y) : IRow
    {
        public void Run(long row) => y[row] = TensorPrimitives.Sum(new ReadOnlySpan<float>(x + row * cols, cols));
    }

    private readonly struct RowMax(int cols, float* x, float* y) : IRow
    {
        public void Run(long row) => y[row] = TensorPrimitives.Max(new ReadOnlySpan<float>(x + row * cols, cols));
    }

    private readonly struct RowArgMax(int cols, float* x, long* index) : IRow
    {
        public void Run(long row) => index[row] = TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>(x + row * cols, cols));
    }

    private readonly struct RowSoftmax(int cols, float* x, float* y) : IRow
    {
        public void Run(long row)
        {
            var source = new ReadOnlySpan<float>(x + row * cols, cols);
            var target = new Span<float>(y + row * cols, cols);
            TensorPrimitives.Subtract(source, TensorPrimitives.Max(source), target);
            TensorPrimitives.Exp(target, target);
            TensorPrimitives.Multiply(target, 1 / TensorPrimitives.Sum(target), target);
        }
    }

    private readonly struct RowSoftmaxBackward(int cols, float* dy, float* y, float* dx) : IRow
    {
        public void Run(long row)
        {
            var output = new ReadOnlySpan<float>(y + row * cols, cols);
            var gradient = new ReadOnlySpan<float>(dy + row * cols, cols);
            var target = new Span<float>(dx + row * cols, cols);
            TensorPrimitives.Subtract(gradient, TensorPrimitives.Dot(gradient, output), target);
            TensorPrimitives.Multiply(target, output, target);
        }
    }

    private readonly struct RowLogSoftmax(int cols, float* x, float* y) : IRow
    {
        public void Run(long row)
        {
            var source = new ReadOnlySpan<float>(x + row * cols, cols);
            var target = new Span<float>(y + row * cols, cols);
            float max = TensorPrimitives.Max(source), sum = 0;
            for (int j = 0; j < cols; j++)
            {
                sum += MathF.Exp(source[j] - max);
            }

            TensorPrimitives.Subtract(source, max, target);
            TensorPrimitives.Subtract(target, MathF.Log(sum), target);
        }
    }

    private readonly struct RowLogSoftmaxBackward(int cols, float* dy, float* y, float* dx) : IRow
    {
        public void Run(long row)
        {
            float sum = TensorPrimitives.Sum(new ReadOnlySpan<float>(dy + row * cols, cols));
            for (long i = row * cols; i < (row + 1) * cols; i++)
            {
                dx[i] = dy[i] - MathF.Exp(y[i]) * sum;
            }
        }
    }
}
