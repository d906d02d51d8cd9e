using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Each row of a matrix brought to mean 0 and variance 1.</summary>
internal static unsafe class RowNormalization
{
    /// <summary>Floats that are summed before a double takes over, so that the error does not grow with the row.</summary>
    private const int Block = 4096;

    /// <summary>Writes (x - mean) / sqrt(variance + eps) to y and the factor 1 / sqrt(variance + eps) of each row.</summary>
    public static void Forward(int rows, int length, float* x, double eps, float* y, float* inverse) =>
        WorkTeam.Run(rows, new ForwardWork(length, x, eps, y, inverse));

    /// <summary>The gradient, from the normalised rows.</summary>
    public static void Backward(int rows, int length, float* y, float* inverse, float* dy, float* dx) =>
        WorkTeam.Run(rows, new BackwardWork(length, y, inverse, dy, dx));

    private readonly struct ForwardWork(int length, float* x, double eps, float* y, float* inverse) : IWork
    {
        public void Run(int row)
        {
            var source = new ReadOnlySpan<float>(x + (long)row * length, length);
            var target = new Span<float>(y + (long)row * length, length);
            TensorPrimitives.Subtract(source, (float)(Sum(source) / length), target);

            // The mean, rounded, leaves a rest that counts where the row is far from zero.
            double rest = Sum(target) / length;
            double variance = Math.Max(0, Dot(target, target) / length - rest * rest);
            inverse[row] = (float)(1 / Math.Sqrt(variance + eps));
            TensorPrimitives.Subtract(target, (float)rest, target);
            TensorPrimitives.Multiply(target, inverse[row], target);
        }
    }

    private readonly struct BackwardWork(int length, float* y, float* inverse, float* dy, float* dx) : IWork
    {
        public void Run(int row)
        {
            var normal = new ReadOnlySpan<float>(y + (long)row * length, length);
            var gradient = new ReadOnlySpan<float>(dy + (long)row * length, length);
            var target = new Span<float>(dx + (long)row * length, length);
            double mean = Sum(gradient) / length, along = Dot(gradient, normal) / length;
            TensorPrimitives.MultiplyAdd(normal, (float)-along, gradient, target);
            TensorPrimitives.Subtract(target, (float)mean, target);
            TensorPrimitives.Multiply(target, inverse[row], target);
        }
    }

    private static double Sum(ReadOnlySpan<float> values)
    {
        double sum = 0;
        for (; values.Length > Block; values = values[Block..])
        {
            sum += TensorPrimitives.Sum(values[..Block]);
        }

        return sum + TensorPrimitives.Sum(values);
    }

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (; a.Length > Block; a = a[Block..], b = b[Block..])
        {
            sum += TensorPrimitives.Dot(a[..Block], b[..Block]);
        }

        return sum + TensorPrimitives.Dot(a, b);
    }
}
