using System.Numerics;
using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Batch normalization over rows of channels.</summary>
internal static unsafe class Normalization
{
    private const int BlockFloats = 4096;
    private const int SmallestPart = 16 * 1024;

    /// <summary>Rows that give a first idea of the mean.</summary>
    private const int Samples = 64;

    /// <summary>Mean and biased variance of each channel over all rows, in one pass.</summary>
    public static void BatchStatistics(long rows, int channels, float* x, float* mean, float* variance)
    {
        using var scratch = Scratch.Open();
        double* sums = scratch.Take<double>(channels), squares = scratch.Take<double>(channels);
        float* near = scratch.Floats(channels);

        // Squares are taken of the distance from a value near the mean: nothing cancels when the mean is far from zero.
        SampleMean(rows, channels, x, near);
        ColumnMoments.Sum(rows, channels, new Deviations(x, near), sums, squares);
        for (int c = 0; c < channels; c++)
        {
            double distance = sums[c] / rows;
            mean[c] = (float)(near[c] + distance);
            variance[c] = (float)Math.Max(0, squares[c] / rows - distance * distance);
        }
    }

    /// <summary>Turns variances into 1/√(variance + eps), rounded once.</summary>
    public static void InvertDeviation(int channels, float* variance, double eps)
    {
        int c = 0;
        for (; c <= channels - Vector<float>.Count; c += Vector<float>.Count)
        {
            Vector.Widen(Vector.Load(variance + c), out Vector<double> low, out Vector<double> high);
            Vector<double> one = Vector<double>.One, added = new(eps);
            Vector.Narrow(one / Vector.SquareRoot(low + added), one / Vector.SquareRoot(high + added)).Store(variance + c);
        }

        for (; c < channels; c++) variance[c] = (float)(1 / Math.Sqrt(variance[c] + eps));
    }

    /// <summary>What <see cref="BatchApply"/> needs: 3 × channels, the centers, the factors and what is added.</summary>
    /// <param name="gamma">Null for ones.</param>
    /// <param name="beta">Null for zeros.</param>
    public static void Constants(int channels, float* mean, float* invStd, float* gamma, float* beta, float* constants)
    {
        Span<float> centers = new(constants, channels), factors = new(constants + channels, channels), added = new(constants + 2 * channels, channels);
        ReadOnlySpan<float> deviations = new(invStd, channels);
        new ReadOnlySpan<float>(mean, channels).CopyTo(centers);
        if (gamma == null) deviations.CopyTo(factors);
        else TensorPrimitives.Multiply(deviations, new ReadOnlySpan<float>(gamma, channels), factors);
        if (beta == null) added.Clear();
        else new ReadOnlySpan<float>(beta, channels).CopyTo(added);
    }

    /// <summary>y = activation((x - mean)·invStd·gamma + beta). y may be x.</summary>
    public static void BatchApply<TActivation>(long rows, int channels, float* x, float* constants, TActivation activation, float* y)
        where TActivation : unmanaged, IActivation =>
        EachColumn(rows, channels, new Apply<TActivation>(x, constants, constants + channels, constants + 2 * channels, activation, y));

    /// <summary>The gradients through statistics of this batch; gamma, dx, dgamma and dbeta may be null. dx may be dy.</summary>
    public static void BatchBackward(
        long rows, int channels, float* x, float* dy, float* mean, float* invStd, float* gamma, float* dx, float* dgamma, float* dbeta)
    {
        using var scratch = Scratch.Open();
        double* sums = scratch.Take<double>(channels), dots = scratch.Take<double>(channels);
        ColumnMoments.Sum(rows, channels, new Gradients(x, dy, mean), sums, dots);
        float* ofGradient = scratch.Floats(channels), ofDeviation = scratch.Floats(channels), shift = scratch.Floats(channels);
        for (int c = 0; c < channels; c++)
        {
            double scale = (double)invStd[c] * (gamma == null ? 1 : gamma[c]);
            ofGradient[c] = (float)scale;
            ofDeviation[c] = (float)(-scale * invStd[c] * invStd[c] * dots[c] / rows);
            shift[c] = (float)(-scale * sums[c] / rows);
            if (dgamma != null)
            {
                dgamma[c] = (float)(dots[c] * invStd[c]);
            }

            if (dbeta != null)
            {
                dbeta[c] = (float)sums[c];
            }
        }

        if (dx != null)
        {
            EachColumn(rows, channels, new InputGradient(x, dy, mean, ofGradient, ofDeviation, shift, dx));
        }
    }

    private static void SampleMean(long rows, int channels, float* x, float* mean)
    {
        long samples = Math.Min(rows, Samples);
        for (int c = 0; c < channels; c++)
        {
            double sum = 0;
            for (long i = 0; i < samples; i++)
            {
                sum += x[i * rows / samples * channels + c];
            }

            mean[c] = (float)(sum / samples);
        }
    }

    private readonly struct Deviations(float* x, float* near) : IMoments
    {
        public void At<T>(long index, int column, out T first, out T second) where T : struct, ILanes<T>
        {
            first = T.Load(x + index) - T.Load(near + column);
            second = first * first;
        }
    }

    private readonly struct Gradients(float* x, float* dy, float* mean) : IMoments
    {
        public void At<T>(long index, int column, out T first, out T second) where T : struct, ILanes<T>
        {
            first = T.Load(dy + index);
            second = first * (T.Load(x + index) - T.Load(mean + column));
        }
    }

    private interface IColumn
    {
        /// <summary>Rows of a column of vectors, whose own constants stay in registers.</summary>
        void Run<T>(long rows, int cols, long index, int column) where T : struct, ILanes<T>;
    }

    private static void EachColumn<TColumn>(long rows, int cols, TColumn column) where TColumn : unmanaged, IColumn
    {
        int parts = WorkTeam.PartsFor(rows, Math.Max(1, SmallestPart / cols));
        WidestLanes.Run(parts, new RowsWork<TColumn>(rows, cols, parts, column));
    }

    private readonly struct RowsWork<TColumn>(long rows, int cols, int parts, TColumn column) : IVectorWork where TColumn : unmanaged, IColumn
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (long start, long end) = WorkTeam.Slice(rows, parts, part);
            int block = Math.Max(16, BlockFloats / cols);
            for (long row = start; row < end; row += block)
            {
                LaneColumns.Each<T, BlockWork<TColumn>>(cols, new BlockWork<TColumn>(row, Math.Min(block, end - row), cols, column));
            }
        }
    }

    private readonly struct BlockWork<TColumn>(long row, long rows, int cols, TColumn column) : IColumnWork where TColumn : unmanaged, IColumn
    {
        public void At<T>(int c) where T : struct, ILanes<T> => column.Run<T>(rows, cols, row * cols + c, c);
    }

    private readonly struct Apply<TActivation>(float* x, float* mean, float* scale, float* shift, TActivation activation, float* y) : IColumn
        where TActivation : unmanaged, IActivation
    {
        public void Run<T>(long rows, int cols, long index, int column) where T : struct, ILanes<T>
        {
            T center = T.Load(mean + column), factor = T.Load(scale + column), offset = T.Load(shift + column);
            for (long i = 0; i < rows; i++, index += cols)
            {
                activation.Value(T.MultiplyAdd(T.Load(x + index) - center, factor, offset)).Store(y + index);
            }
        }
    }

    private readonly struct InputGradient(
        float* x, float* dy, float* mean, float* ofGradient, float* ofDeviation, float* shift, float* dx) : IColumn
    {
        public void Run<T>(long rows, int cols, long index, int column) where T : struct, ILanes<T>
        {
            T center = T.Load(mean + column), offset = T.Load(shift + column);
            T gradient = T.Load(ofGradient + column), deviation = T.Load(ofDeviation + column);
            for (long i = 0; i < rows; i++, index += cols)
            {
                T slope = T.MultiplyAdd(T.Load(dy + index), gradient, offset);
                T.MultiplyAdd(T.Load(x + index) - center, deviation, slope).Store(dx + index);
            }
        }
    }
}
