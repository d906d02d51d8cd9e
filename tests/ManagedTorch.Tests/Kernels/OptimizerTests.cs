using CnnGen.ManagedTorch.Kernels;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Kernels;

using Random = System.Random;

/// <summary>Ten steps of each optimizer against PyTorch's formulas in double precision.</summary>
public sealed unsafe class OptimizerTests
{
    private const int N = 20_011, Steps = 10;
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData(0, 0, 0, false, false), InlineData(0.9, 0, 0, false, false), InlineData(0.9, 0, 0.01, true, false)]
    [InlineData(0.9, 0.2, 0.01, false, true), InlineData(0, 0, 0.1, false, true)]
    public void Sgd(double momentum, double dampening, double decay, bool nesterov, bool maximize)
    {
        using var buffer = new Buffer<float>(N);
        var expectedBuffer = new double[N];
        Check(maximize,
            (step, p, g) => OptimizerKernels.Sgd(N, p, g, buffer, 0.1, momentum, dampening, decay, nesterov, step == 1, maximize),
            (step, i, p, g) =>
            {
                g += decay * p;
                expectedBuffer[i] = step == 1 ? g : momentum * expectedBuffer[i] + (1 - dampening) * g;
                double direction = momentum == 0 ? g : nesterov ? g + momentum * expectedBuffer[i] : expectedBuffer[i];
                return p - 0.1 * direction;
            });
    }

    [Theory]
    [InlineData(false, 0, false, false), InlineData(false, 0.01, true, false), InlineData(true, 0.01, false, false), InlineData(true, 0.1, true, true)]
    public void Adam(bool apart, double decay, bool amsgrad, bool maximize)
    {
        using Buffer<float> first = new(N), second = new(N);
        using Buffer<float>? largest = amsgrad ? new(N) : null;
        first.Span.Clear();
        second.Span.Clear();
        largest?.Span.Clear();
        double[] mean = new double[N], square = new double[N], top = new double[N];
        Check(maximize,
            (step, p, g) =>
            {
                if (apart)
                {
                    OptimizerKernels.AdamW(N, p, g, first, second, largest, 1e-2, 0.9, 0.999, 1e-8, decay, step, maximize);
                }
                else
                {
                    OptimizerKernels.Adam(N, p, g, first, second, largest, 1e-2, 0.9, 0.999, 1e-8, decay, step, maximize);
                }
            },
            (step, i, p, g) =>
            {
                if (apart)
                {
                    p *= 1 - 1e-2 * decay;
                }
                else
                {
                    g += decay * p;
                }

                mean[i] = 0.9 * mean[i] + 0.1 * g;
                square[i] = 0.999 * square[i] + 0.001 * g * g;
                top[i] = Math.Max(top[i], square[i]);
                double root = Math.Sqrt((amsgrad ? top[i] : square[i]) / (1 - Math.Pow(0.999, step)));
                return p - 1e-2 * mean[i] / (1 - Math.Pow(0.9, step)) / (root + 1e-8);
            });
    }

    [Theory]
    [InlineData(0, false, 0, false), InlineData(0.9, false, 0, false), InlineData(0, true, 0.01, true), InlineData(0.9, true, 0.01, false)]
    public void RmsProp(double momentum, bool centered, double decay, bool maximize)
    {
        using var square = new Buffer<float>(N);
        using Buffer<float>? average = centered ? new(N) : null, buffer = momentum > 0 ? new(N) : null;
        square.Span.Clear();
        average?.Span.Clear();
        buffer?.Span.Clear();
        double[] squares = new double[N], averages = new double[N], velocities = new double[N];
        Check(maximize,
            (_, p, g) => OptimizerKernels.RmsProp(N, p, g, square, average, buffer, 1e-2, 0.99, 1e-8, decay, momentum, maximize),
            (_, i, p, g) =>
            {
                g += decay * p;
                squares[i] = 0.99 * squares[i] + 0.01 * g * g;
                averages[i] = 0.99 * averages[i] + 0.01 * g;
                double direction = g / (Math.Sqrt(squares[i] - (centered ? averages[i] * averages[i] : 0)) + 1e-8);
                velocities[i] = momentum * velocities[i] + direction;
                return p - 1e-2 * (momentum > 0 ? velocities[i] : direction);
            });
    }

    private delegate void Kernel(int step, Buffer<float> parameter, Buffer<float> gradient);

    private static void Check(bool maximize, Kernel kernel, Func<int, int, double, double, double> reference)
    {
        var random = new Random(1);
        using Buffer<float> parameter = random.Floats(N), gradient = new(N);
        double[] expected = [.. parameter.Span.ToArray().Select(v => (double)v)];
        for (int step = 1; step <= Steps; step++)
        {
            for (int i = 0; i < N; i++)
            {
                // A gradient with a direction: where it averages to nothing, a centered step divides by rounding.
                gradient.Span[i] = (i % 7 - 3.5f) * (1 + random.NextSingle());
                expected[i] = reference(step, i, expected[i], maximize ? -gradient[i] : gradient[i]);
            }

            kernel(step, parameter, gradient);
        }

        parameter.ShouldMatch(expected, Tolerance, "parameter");
    }
}
