using CnnGen.ManagedTorch.Kernels;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Kernels;

using Random = System.Random;

public sealed unsafe class PoolingTests
{
    [Fact]
    public void Maxima_agree_with_plain_loops() => Cases.Run(300, random =>
    {
        PoolingSize s = RandomSize(random, dilated: true);
        using Buffer<float> x = random.Floats(Inputs(s)), y = new(Outputs(s)), dy = random.Floats(Outputs(s)), dx = new(Inputs(s));
        using var argmax = new Buffer<int>(Outputs(s));
        if (random.Next(4) == 0)
        {
            // Equal values (the first counts) and NaN (counts as largest).
            x.Span.Fill(1);
            x.Span[random.Next(x.Length)] = float.NaN;
        }

        double[] expected = new double[y.Length], expectedGradient = new double[dx.Length];
        var place = new int[y.Length];
        Array.Fill(place, -1);
        EachPair(s, (i, o) =>
        {
            if (place[o] < 0 || x[i] > expected[o] || float.IsNaN(x[i]))
            {
                (expected[o], place[o]) = (x[i], i / s.C % (s.H * s.W));
            }
        });
        for (int o = 0; o < place.Length; o++)
        {
            int image = o / s.C / (s.OutH * s.OutW);
            expectedGradient[(image * s.H * s.W + place[o]) * s.C + o % s.C] += dy[o];
        }

        MaxPooling.Forward(s, x, y, argmax);
        argmax.Span.ToArray().ShouldBe(place, s.ToString());
        y.Span.ToArray().ShouldBe(expected.Select(v => (float)v), s.ToString());
        MaxPooling.Backward(s, dy, argmax, dx);
        dx.ShouldMatch(expectedGradient, 1e-6, s.ToString());
    });

    [Fact]
    public void Averages_agree_with_plain_loops() => Cases.Run(300, random =>
    {
        PoolingSize s = RandomSize(random, dilated: false);
        bool padCounts = random.Next(2) == 0;
        int divisor = random.Pick(0, 0, 3);
        using Buffer<float> x = random.Floats(Inputs(s)), y = new(Outputs(s)), dy = random.Floats(Outputs(s)), dx = new(Inputs(s));
        double[] expected = new double[y.Length], expectedGradient = new double[dx.Length], inside = new double[y.Length];
        EachPair(s, (_, o) => inside[o]++);
        double Divisor(int o)
        {
            int ow = o / s.C % s.OutW, oh = o / s.C / s.OutW % s.OutH;
            int height = Math.Min(oh * s.StrideH - s.PadH + s.PoolH, s.H + s.PadH) - (oh * s.StrideH - s.PadH);
            int width = Math.Min(ow * s.StrideW - s.PadW + s.PoolW, s.W + s.PadW) - (ow * s.StrideW - s.PadW);
            return divisor != 0 ? divisor : padCounts ? height * width : inside[o];
        }

        EachPair(s, (i, o) =>
        {
            expected[o] += x[i] / Divisor(o);
            expectedGradient[i] += dy[o] / Divisor(o);
        });
        AveragePooling.Forward(s, x, y, padCounts, divisor);
        y.ShouldMatch(expected, 1e-6, s.ToString());
        AveragePooling.Backward(s, dy, dx, padCounts, divisor);
        dx.ShouldMatch(expectedGradient, 1e-6, s.ToString());
    });

    private static PoolingSize RandomSize(Random random, bool dilated)
    {
        while (true)
        {
            int poolH = random.Next(1, 5), poolW = random.Next(1, 5), dilationH = dilated ? random.Pick(1, 1, 2) : 1, dilationW = dilated ? random.Pick(1, 1, 2) : 1;
            var s = new PoolingSize(random.Next(1, 4), random.Next(1, 14), random.Next(1, 14), random.Pick(1, 2, 3, 7, 16, 20, 33), poolH, poolW,
                random.Next(1, 4), random.Next(1, 4), random.Next(poolH / 2 + 1), random.Next(poolW / 2 + 1), dilationH, dilationW, 0, 0);
            int h = Outputs(s.H, s.PoolH, s.StrideH, s.PadH, s.DilationH, random), w = Outputs(s.W, s.PoolW, s.StrideW, s.PadW, s.DilationW, random);
            if (h > 0 && w > 0)
            {
                return s with { OutH = h, OutW = w };
            }
        }
    }

    /// <summary>PyTorch's output size, with ceil mode in half of the cases.</summary>
    private static int Outputs(int length, int pool, int stride, int pad, int dilation, Random random)
    {
        int rest = length + 2 * pad - dilation * (pool - 1) - 1;
        if (rest < 0 || dilation > 1 && (length < dilation * (pool - 1) + 1))
        {
            return 0;
        }

        int ceil = (rest + stride - 1) / stride + 1;
        return random.Next(2) == 0 && (ceil - 1) * stride < length + pad && (dilation == 1 || pad == 0) ? ceil : rest / stride + 1;
    }

    private static long Inputs(in PoolingSize s) => (long)s.N * s.H * s.W * s.C;

    private static long Outputs(in PoolingSize s) => (long)s.N * s.OutH * s.OutW * s.C;

    /// <summary>Calls with the places of an input and of an output whose window it is in, row by row.</summary>
    private static void EachPair(PoolingSize s, Action<int, int> pair)
    {
        for (int n = 0; n < s.N; n++)
        for (int oh = 0; oh < s.OutH; oh++)
        for (int ow = 0; ow < s.OutW; ow++)
        for (int r = 0; r < s.PoolH; r++)
        for (int q = 0; q < s.PoolW; q++)
        {
            int h = oh * s.StrideH - s.PadH + r * s.DilationH, w = ow * s.StrideW - s.PadW + q * s.DilationW;
            for (int c = 0; c < s.C && h >= 0 && h < s.H && w >= 0 && w < s.W; c++)
            {
                pair(((n * s.H + h) * s.W + w) * s.C + c, ((n * s.OutH + oh) * s.OutW + ow) * s.C + c);
            }
        }
    }
}
