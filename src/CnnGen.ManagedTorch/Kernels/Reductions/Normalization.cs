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
        EachColumn(rows, channels, new Apply<TActivation>(
            x, constants, constants + channels, constants + 2 * channels, activation, y, Cache.IsPassedBy(rows, channels, y)));

    /// <summary>The gradients through statistics of this batch, and through the activation that came after it.</summary>
    /// <param name="dy">The gradient of the activation's output; it may be dx.</param>
    public static void BatchBackward<TActivation>(in NormalizationGradient n, float* dy, TActivation activation) where TActivation : unmanaged, IActivation
    {
        using var scratch = Scratch.Open();
        int channels = n.Channels;
        double* sums = scratch.Take<double>(channels), dots = scratch.Take<double>(channels);
        ColumnMoments.Sum(n.Rows, channels, new Gradients<TActivation>(n.X, dy, n.Constants, channels, activation), sums, dots);
        float* ofGradient = scratch.Floats(channels), ofDeviation = scratch.Floats(channels), shift = scratch.Floats(channels);
        for (int c = 0; c < channels; c++)
        {
            double invStd = n.InvStd[c], scale = invStd * (n.Gamma == null ? 1 : n.Gamma[c]);
            ofGradient[c] = (float)scale;
            ofDeviation[c] = (float)(-scale * invStd * invStd * dots[c] / n.Rows);
            shift[c] = (float)(-scale * sums[c] / n.Rows);
            if (n.Dgamma != null)
            {
                n.Dgamma[c] = (float)(dots[c] * invStd);
            }

            if (n.Dbeta != null)
            {
                n.Dbeta[c] = (float)sums[c];
            }
        }

        EachColumn(n.Rows, channels, new InputGradient<TActivation>(
            n.X, dy, n.Constants, channels, activation, ofGradient, ofDeviation, shift, n.Dx, Cache.IsPassedBy(n.Rows, channels, n.Dx)));
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

    private readonly struct Gradients<TActivation>(float* x, float* dy, float* constants, int channels, TActivation activation) : IMoments
        where TActivation : unmanaged, IActivation
    {
        public void At<T>(long index, int column, out T first, out T second) where T : struct, ILanes<T>
        {
            float* own = constants + column;
            T deviation = T.Load(x + index) - T.Load(own);
            first = activation.Back(T.Load(dy + index), T.MultiplyAdd(deviation, T.Load(own + channels), T.Load(own + 2 * channels)));
            second = first * deviation;
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
        // What was written past the caches by this thread is seen by others from here on; helpers end with a locked instruction themselves.
        Interlocked.MemoryBarrier();
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

    private readonly struct Apply<TActivation>(float* x, float* mean, float* scale, float* shift, TActivation activation, float* y, bool around) : IColumn
        where TActivation : unmanaged, IActivation
    {
        public void Run<T>(long rows, int cols, long index, int column) where T : struct, ILanes<T>
        {
            T center = T.Load(mean + column), factor = T.Load(scale + column), offset = T.Load(shift + column);
            float* from = x + index, to = y + index;
            bool passesBy = around;
            for (long i = 0; i < rows; i++, from += cols, to += cols)
            {
                T value = activation.Value(T.MultiplyAdd(T.Load(from) - center, factor, offset));
                if (passesBy) value.StoreAround(to);
                else value.Store(to);
            }
        }
    }

    private readonly struct InputGradient<TActivation>(
        float* x, float* dy, float* constants, int channels, TActivation activation, float* ofGradient, float* ofDeviation, float* shift, float* dx,
        bool around) : IColumn
        where TActivation : unmanaged, IActivation
    {
        public void Run<T>(long rows, int cols, long index, int column) where T : struct, ILanes<T>
        {
            float* own = constants + column;
            T center = T.Load(own), factor = T.Load(own + channels), added = T.Load(own + 2 * channels), offset = T.Load(shift + column);
            T ofOutput = T.Load(ofGradient + column), ofInput = T.Load(ofDeviation + column);
            float* from = x + index, gradient = dy + index, to = dx + index;
            bool passesBy = around;
            for (long i = 0; i < rows; i++, from += cols, gradient += cols, to += cols)
            {
                T deviation = T.Load(from) - center;
                T slope = activation.Back(T.Load(gradient), T.MultiplyAdd(deviation, factor, added));
                T value = T.MultiplyAdd(deviation, ofInput, T.MultiplyAdd(slope, ofOutput, offset));
                if (passesBy) value.StoreAround(to);
                else value.Store(to);
            }
        }
    }
}
