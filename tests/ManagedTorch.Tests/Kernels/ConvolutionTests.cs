using CnnGen.ManagedTorch.Kernels;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Kernels;

using Random = System.Random;

public sealed unsafe class ConvolutionTests
{
    private const int Count = 300;
    private const double Tolerance = 1e-5;

    [Fact]
    public void Forward_agrees_with_plain_loops() => Cases.Run(Count, random =>
    {
        ConvolutionSize s = RandomSize(random);
        using Buffer<float> x = random.Floats(Input(s)), w = random.Floats(Weights(s)), y = new(Output(s));
        using Buffer<float>? bias = random.Next(3) == 0 ? null : random.Floats(s.Filters);
        var expected = new double[y.Length];
        EachProduct(s, (i, o, k) => expected[o] += (double)x[i] * w[k]);
        for (int o = 0; o < expected.Length && bias is not null; o++)
        {
            expected[o] += bias[o % s.Filters];
        }

        foreach (Rounding rounding in Enum.GetValues<Rounding>())
        {
            Convolution.Forward(s, x, w, bias, y, rounding);
            y.ShouldMatch(expected, Tolerance, $"{s}, rounding {rounding}");
        }
    });

    [Fact]
    public void BackwardInput_agrees_with_plain_loops() => Cases.Run(Count, random =>
    {
        ConvolutionSize s = RandomSize(random);
        using Buffer<float> dy = random.Floats(Output(s)), w = random.Floats(Weights(s)), dx = new(Input(s));
        var expected = new double[dx.Length];
        EachProduct(s, (i, o, k) => expected[i] += (double)dy[o] * w[k]);
        foreach (Rounding rounding in Enum.GetValues<Rounding>())
        {
            Convolution.BackwardInput(s, dy, w, dx, rounding);
            dx.ShouldMatch(expected, Tolerance, $"{s}, rounding {rounding}");
        }
    });

    [Fact]
    public void BackwardWeight_agrees_with_plain_loops() => Cases.Run(Count, random =>
    {
        ConvolutionSize s = RandomSize(random);
        using Buffer<float> x = random.Floats(Input(s)), dy = random.Floats(Output(s)), dw = new(Weights(s));
        using Buffer<float>? db = random.Next(3) == 0 ? null : new(s.Filters);
        double[] expected = new double[dw.Length], expectedBias = new double[s.Filters];
        EachProduct(s, (i, o, k) => expected[k] += (double)x[i] * dy[o]);
        for (int o = 0; o < dy.Length; o++)
        {
            expectedBias[o % s.Filters] += dy[o];
        }

        Convolution.BackwardWeight(s, x, dy, dw, db);
        dw.ShouldMatch(expected, Tolerance, s.ToString());
        db?.ShouldMatch(expectedBias, Tolerance, s.ToString());
    });

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void The_same_thread_count_gives_the_same_bits(int threads)
    {
        using var _ = new ThreadCount(threads);
        var s = new ConvolutionSize(7, 13, 14, 32, 32, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        var random = new Random(1);
        using Buffer<float> x = random.Floats(Input(s)), dy = random.Floats(Output(s));
        using Buffer<float> first = new(Weights(s)), again = new(Weights(s)), bias = new(s.Filters);
        Convolution.BackwardWeight(s, x, dy, first, bias);
        for (int i = 0; i < 20; i++)
        {
            Convolution.BackwardWeight(s, x, dy, again, bias);
            again.ShouldBeSameBits(first);
        }
    }

    [Theory]
    [InlineData(32, 28, 1), InlineData(2, 28, 32), InlineData(1, 56, 64), InlineData(1, 7, 512), InlineData(5, 14, 256)]
    public void Sizes_of_real_networks_agree_with_plain_loops(int n, int width, int channels)
    {
        var s = new ConvolutionSize(n, width, width, channels, 32, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        var random = new Random(width);
        using Buffer<float> x = random.Floats(Input(s)), w = random.Floats(Weights(s)), y = new(Output(s));
        var expected = new double[y.Length];
        EachProduct(s, (i, o, k) => expected[o] += (double)x[i] * w[k]);
        foreach (Rounding rounding in Enum.GetValues<Rounding>())
        {
            Convolution.Forward(s, x, w, null, y, rounding);
            y.ShouldMatch(expected, Tolerance, $"{s}, rounding {rounding}");
        }
    }

    // The gradient of a ReLU behind it is zero or one, and a rounding error would decide which.
    [Fact]
    public void Where_a_kernel_sees_only_zeros_a_recorded_output_is_the_bias() => Cases.Run(Count, random =>
    {
        ConvolutionSize s = RandomMinimalFilteringSize(random);
        using Buffer<float> x = new(Input(s)), w = random.Floats(Weights(s)), bias = random.Floats(s.Filters), y = new(Output(s));
        for (int lit = random.Next(5); lit > 0; lit--)
        {
            ((float*)x)[random.Next((int)x.Length)] = random.Pick(-1, 1, float.Epsilon);
        }

        var sees = new bool[y.Length];
        EachProduct(s, (i, o, _) => sees[o] |= x[i] != 0);
        Convolution.Forward(s, x, w, bias, y, Rounding.BesideTheRow);
        for (int o = 0; o < y.Length; o++)
        {
            if (!sees[o])
            {
                y[o].ShouldBe(bias[o % s.Filters], s.ToString());
            }
        }
    });

    [Fact]
    public void An_empty_batch_has_no_output_and_gradients_of_zero()
    {
        var s = new ConvolutionSize(0, 5, 5, 3, 4, 3, 3, 1, 1, 0, 0, 0, 0, 1, 1, 1);
        using Buffer<float> x = new(0), y = new(0), w = new Random(1).Floats(Weights(s)), dw = new(Weights(s)), db = new(s.Filters);
        Convolution.Forward(s, x, w, null, y, Rounding.BesideTheRow);
        Convolution.BackwardInput(s, y, w, x, Rounding.BesideTheTile);
        Convolution.BackwardWeight(s, x, y, dw, db);
        dw.ShouldMatch(new double[dw.Length], Tolerance, "dw");
        db.ShouldMatch(new double[db.Length], Tolerance, "db");
    }

    private static ConvolutionSize RandomSize(Random random)
    {
        while (true)
        {
            switch (random.Next(32))
            {
                case < 8: return RandomMinimalFilteringSize(random);
                case < 11: return RandomPointwiseSize(random);
                case 11: return RandomDeepSize(random);
            }

            int groups = random.Pick(1, 1, 1, 2, 3, 16, 37), kernelH = random.Next(1, 6), kernelW = random.Next(1, 6);
            int strideH = random.Pick(1, 1, 2, 3), strideW = random.Pick(1, 1, 2, 3);
            int c = groups * random.Pick(1, 1, 2, 3, 5, 16, 33), filters = groups * random.Pick(1, 2, 7, 16, 17, 32, 35, 70);
            if (groups > 3)
            {
                (c, filters) = (groups * random.Pick(1, 1, 1, 2), groups * random.Pick(1, 1, 2, 3));
            }

            var s = new ConvolutionSize(random.Next(1, 4), random.Next(1, 18), random.Next(1, 32), c, filters, kernelH, kernelW, strideH, strideW,
                random.Next(4), random.Next(4), random.Next(4), random.Next(4), random.Pick(1, 1, 1, 2, 3), random.Pick(1, 1, 1, 2, 3), groups);
            bool fits = s.H + s.PadTop + s.PadBottom > s.DilationH * (kernelH - 1) && s.W + s.PadLeft + s.PadRight > s.DilationW * (kernelW - 1);
            if (fits && s.Operations < 4_000_000)
            {
                return s;
            }
        }
    }

    /// <summary>A size that Winograd's transforms are used for.</summary>
    private static ConvolutionSize RandomMinimalFilteringSize(Random random)
    {
        while (true)
        {
            var s = new ConvolutionSize(random.Next(1, 4), random.Next(1, 22), random.Next(1, 22), random.Pick(16, 32, 48), random.Pick(16, 32, 64), 3, 3, 1, 1,
                random.Next(4), random.Next(4), random.Next(4), random.Next(4), 1, 1, 1);
            if (s.OutH > 0 && s.OutW > 0 && (WinogradConvolution.Fits(s) || WinogradRowConvolution.Fits(s)) && s.Operations < 8_000_000)
            {
                return s;
            }
        }
    }

    /// <summary>A size whose pixels are one long run, cut where no image ends.</summary>
    private static ConvolutionSize RandomPointwiseSize(Random random) =>
        new(random.Next(1, 4), random.Next(1, 16), random.Next(1, 16), random.Pick(1, 7, 16, 24, 40), random.Pick(1, 5, 16, 24, 70), 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1);

    /// <summary>A size with more weights than a cache holds, and few pixels.</summary>
    private static ConvolutionSize RandomDeepSize(Random random)
    {
        int kernel = random.Pick(1, 3), stride = random.Pick(1, 2), pad = kernel / 2, channels = kernel == 1 ? 640 : 220;
        return new(random.Next(1, 3), random.Next(3, 6), random.Next(3, 6), channels, random.Pick(200, 256, 330), kernel, kernel, stride, stride, pad, pad, pad, pad, 1, 1, 1);
    }

    private static long Input(in ConvolutionSize s) => (long)s.N * s.H * s.W * s.C;

    private static long Output(in ConvolutionSize s) => (long)s.N * s.OutH * s.OutW * s.Filters;

    private static long Weights(in ConvolutionSize s) => (long)s.Filters * s.GroupC * s.Taps;

    /// <summary>Calls with the places in input, output and weights of each product of the convolution.</summary>
    private static void EachProduct(ConvolutionSize s, Action<int, int, int> product)
    {
        for (int n = 0; n < s.N; n++)
        for (int h = 0; h < s.OutH; h++)
        for (int w = 0; w < s.OutW; w++)
        for (int r = 0; r < s.KernelH; r++)
        for (int q = 0; q < s.KernelW; q++)
        {
            int ih = h * s.StrideH + r * s.DilationH - s.PadTop, iw = w * s.StrideW + q * s.DilationW - s.PadLeft;
            if (ih < 0 || ih >= s.H || iw < 0 || iw >= s.W)
            {
                continue;
            }

            for (int k = 0; k < s.Filters; k++)
            for (int c = 0; c < s.GroupC; c++)
            {
                int channel = k / s.GroupFilters * s.GroupC + c;
                product(((n * s.H + ih) * s.W + iw) * s.C + channel,
                    ((n * s.OutH + h) * s.OutW + w) * s.Filters + k,
                    ((k * s.GroupC + c) * s.KernelH + r) * s.KernelW + q);
            }
        }
    }
}
