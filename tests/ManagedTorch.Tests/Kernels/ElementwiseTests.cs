using CnnGen.ManagedTorch.Kernels;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Kernels;

using Random = System.Random;

public sealed unsafe class ElementwiseTests
{
    private const double Tolerance = 2e-6;

    /// <summary>Around vector widths, pieces and parts.</summary>
    private static readonly long[] Lengths = [0, 1, 7, 16, 31, 1000, 16384, 16385, 100_003, 262_144];

    public static TheoryData<string> Unary => [.. UnaryCases.Keys];

    public static TheoryData<string> Binary => [.. BinaryCases.Keys];

    private delegate void UnaryKernel(long n, float* x, float* y);

    private delegate void BinaryKernel(long n, float* a, float* b, float* y);

    private static readonly Dictionary<string, (UnaryKernel Kernel, Func<double, double> Expected)> UnaryCases = new()
    {
        ["add scalar"] = ((n, x, y) => Elementwise.AddScalar(n, x, 3, y), x => x + 3),
        ["multiply by scalar"] = ((n, x, y) => Elementwise.MulScalar(n, x, -3, y), x => x * -3),
        ["power"] = ((n, x, y) => Elementwise.Pow(n, x, 2, y), x => x * x),
        ["clamp"] = ((n, x, y) => Elementwise.Clamp(n, x, -1, 2, y), x => Math.Clamp(x, -1, 2)),
        ["negate"] = (Elementwise.Negate, x => -x),
        ["absolute"] = (Elementwise.Abs, Math.Abs),
        ["exp"] = (Elementwise.Exp, Math.Exp),
        ["log"] = (Elementwise.Log, Math.Log),
        ["sqrt"] = (Elementwise.Sqrt, Math.Sqrt),
        ["copy"] = (Elementwise.Copy, x => x),
        ["fill"] = ((n, _, y) => Elementwise.Fill(n, 7, y), _ => 7),
        ["relu"] = (Activations.Relu, x => Math.Max(x, 0)),
        ["leaky relu"] = ((n, x, y) => Activations.LeakyRelu(n, x, 0.3f, y), x => x > 0 ? x : 0.3f * x),
        ["elu"] = ((n, x, y) => Activations.Elu(n, x, 1.5f, y), x => x > 0 ? x : 1.5 * (Math.Exp(x) - 1)),
        ["gelu"] = (Activations.Gelu, x => x * NormalCumulative(x)),
        ["silu"] = (Activations.Silu, x => x * Logistic(x)),
        ["sigmoid"] = (Activations.Sigmoid, Logistic),
        ["tanh"] = (Activations.Tanh, Math.Tanh),
    };

    private static readonly Dictionary<string, (BinaryKernel Kernel, Func<double, double, double> Expected)> BinaryCases = new()
    {
        ["add"] = (Elementwise.Add, (a, b) => a + b),
        ["subtract"] = (Elementwise.Sub, (a, b) => a - b),
        ["multiply"] = (Elementwise.Mul, (a, b) => a * b),
        ["divide"] = (Elementwise.Div, (a, b) => a / b),
        ["maximum"] = (Elementwise.Max, Math.Max),
        ["minimum"] = (Elementwise.Min, Math.Min),
        ["relu back"] = (Activations.ReluBackward, (dy, y) => y > 0 ? dy : 0),
        ["leaky relu back"] = ((n, dy, x, dx) => Activations.LeakyReluBackward(n, dy, x, 0.3f, dx), (dy, x) => x > 0 ? dy : 0.3f * dy),
        ["elu back"] = ((n, dy, x, dx) => Activations.EluBackward(n, dy, x, 1.5f, dx), (dy, x) => x > 0 ? dy : dy * 1.5 * Math.Exp(x)),
        ["gelu back"] = (Activations.GeluBackward, (dy, x) => dy * (NormalCumulative(x) + x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI))),
        ["silu back"] = (Activations.SiluBackward, (dy, x) => dy * Logistic(x) * (1 + x * (1 - Logistic(x)))),
        ["sigmoid back"] = (Activations.SigmoidBackward, (dy, y) => dy * y * (1 - y)),
        ["tanh back"] = (Activations.TanhBackward, (dy, y) => dy * (1 - y * y)),
    };

    [Theory]
    [MemberData(nameof(Unary))]
    public void Functions_of_one_array_agree_with_double_precision(string name)
    {
        (UnaryKernel kernel, Func<double, double> expected) = UnaryCases[name];
        foreach (long n in Lengths)
        {
            using Buffer<float> x = new Random((int)n).Floats(n, 8), y = new(n);
            if (name is "log" or "sqrt")
            {
                Elementwise.Abs(n, x, x);
            }

            kernel(n, x, y);
            double[] wanted = [.. x.Span.ToArray().Select(v => expected(v))];
            y.ShouldMatch(wanted, Tolerance, $"{name} of {n}", inputs: 1);
            kernel(n, x, x);
            x.ShouldMatch(wanted, Tolerance, $"{name} of {n} in place", inputs: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void Functions_of_two_arrays_agree_with_double_precision(string name)
    {
        (BinaryKernel kernel, Func<double, double, double> expected) = BinaryCases[name];
        foreach (long n in Lengths)
        {
            using Buffer<float> a = new Random((int)n).Floats(n, 8), b = new Random((int)n + 1).Floats(n, 8), y = new(n);
            kernel(n, a, b, y);
            double[] wanted = [.. a.Span.ToArray().Zip(b.Span.ToArray(), (v, w) => expected(v, w))];
            y.ShouldMatch(wanted, Tolerance, $"{name} of {n}", inputs: 1);
            kernel(n, a, b, b);
            b.ShouldMatch(wanted, Tolerance, $"{name} of {n} in place", inputs: 1);
        }
    }

    [Fact]
    public void Extreme_inputs_stay_what_they_are_in_PyTorch()
    {
        float[] extremes = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, 100, -100, 1e-30f, -1e-4f, 88.8f, -104];
        using var x = new Buffer<float>(extremes.Length * 3);
        using var y = new Buffer<float>(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            x.Span[i] = extremes[i % extremes.Length];
        }

        foreach (string name in new[] { "relu", "sigmoid", "tanh", "silu", "elu", "leaky relu", "gelu" })
        {
            (UnaryKernel kernel, Func<double, double> expected) = UnaryCases[name];
            kernel(x.Length, x, y);
            for (int i = 0; i < x.Length; i++)
            {
                // Gelu and silu of minus infinity are NaN (0 times infinity), there as here.
                float wanted = (float)expected(x[i]);
                bool same = wanted.Equals(y[i]) || Math.Abs(wanted - y[i]) <= 1e-5 * Math.Max(1, Math.Abs(wanted));
                Assert.True(same, $"{name} of {x[i]} is {y[i]}, expected {wanted}");
            }
        }
    }

    [Fact]
    public void Scaled_addition_and_bias_agree_with_plain_loops() => Cases.Run(60, random =>
    {
        int rows = random.Next(1, 300), cols = random.Next(1, 200);
        using Buffer<float> x = random.Floats((long)rows * cols), y = random.Floats((long)rows * cols), bias = random.Floats(cols);
        double[] expected = [.. x.Span.ToArray().Zip(y.Span.ToArray(), (a, b) => -0.7f * a + b)];
        Elementwise.Axpy(x.Length, -0.7f, x, y);
        y.ShouldMatch(expected, Tolerance, "axpy");
        expected = [.. x.Span.ToArray().Select((v, i) => (double)v + bias[i % cols])];
        Elementwise.AddBiasRows(rows, cols, x, bias, y);
        y.ShouldMatch(expected, Tolerance, $"bias of {rows}×{cols}");
    });

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>Φ by its series, or far out by its continued fraction.</summary>
    private static double NormalCumulative(double x)
    {
        double density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        if (Math.Abs(x) > 4)
        {
            double fraction = 0;
            for (int k = 60; k > 0; k--)
            {
                fraction = k / (Math.Abs(x) + fraction);
            }

            double tail = density / (Math.Abs(x) + fraction);
            return double.IsNaN(x) ? x : x > 0 ? 1 - tail : tail;
        }

        double term = x, sum = x;
        for (int k = 1; k < 80; k++)
        {
            term *= x * x / (2 * k + 1);
            sum += term;
        }

        return 0.5 + density * sum;
    }
}
