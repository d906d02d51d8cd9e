using CnnGen.ManagedTorch.Kernels;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Kernels;

public sealed unsafe class NormalizationTests
{
    private const double Epsilon = 1e-3;

    [Fact]
    public void Batch_normalization_agrees_with_plain_loops() => Cases.Run(150, random =>
    {
        int channels = random.Pick(1, 3, 16, 32, 37, 130), rows = random.Pick(2, 3, 64, random.Next(2, 3000));
        float offset = random.Pick(0, 0, 10, -300);
        using Buffer<float> x = random.Floats((long)rows * channels), dy = random.Floats((long)rows * channels), y = new(x.Length), dx = new(x.Length);
        using Buffer<float>? gamma = random.Next(3) == 0 ? null : random.Floats(channels), beta = random.Next(3) == 0 ? null : random.Floats(channels);
        using Buffer<float> mean = new(channels), variance = new(channels), invStd = new(channels), dgamma = new(channels), dbeta = new(channels);
        foreach (ref float value in x.Span)
        {
            value += offset;
        }

        Normalization.BatchStatistics(rows, channels, x, mean, variance);
        double[] expectedMean = new double[channels], expectedVariance = new double[channels];
        for (int i = 0; i < x.Length; i++)
        {
            expectedMean[i % channels] += (double)x[i] / rows;
        }

        for (int i = 0; i < x.Length; i++)
        {
            expectedVariance[i % channels] += Math.Pow(x[i] - expectedMean[i % channels], 2) / rows;
        }

        mean.ShouldMatch(expectedMean, 1e-6, $"mean of {rows}×{channels}", inputs: 1);
        variance.ShouldMatch(expectedVariance, 1e-5, $"variance of {rows}×{channels}", inputs: 1);
        for (int c = 0; c < channels; c++)
        {
            invStd.Span[c] = (float)(1 / Math.Sqrt(variance[c] + Epsilon));
        }

        double Hat(int i) => ((double)x[i] - mean[i % channels]) * invStd[i % channels];
        double Gamma(int i) => gamma is null ? 1 : gamma[i % channels];
        double[] expected = new double[x.Length], expectedGamma = new double[channels], expectedBeta = new double[channels];
        for (int i = 0; i < x.Length; i++)
        {
            expected[i] = Hat(i) * Gamma(i) + (beta is null ? 0 : beta[i % channels]);
            expectedGamma[i % channels] += dy[i] * Hat(i);
            expectedBeta[i % channels] += dy[i];
        }

        using Buffer<float> constants = new(3 * channels);
        Normalization.Constants(channels, mean, invStd, gamma, beta, constants);
        Normalization.BatchApply(rows, channels, x, constants, default(IdentityFunction), y);
        y.ShouldMatch(expected, 1e-5, $"output of {rows}×{channels}", inputs: 1);
        for (int i = 0; i < x.Length; i++)
        {
            expected[i] = Gamma(i) * invStd[i % channels] * (dy[i] - expectedBeta[i % channels] / rows - Hat(i) * expectedGamma[i % channels] / rows);
        }

        var normalization = new NormalizationGradient(rows, channels, x, constants, invStd, gamma, dx, dgamma, dbeta);
        Normalization.BatchBackward(normalization, dy, default(IdentityFunction));
        dgamma.ShouldMatch(expectedGamma, 2e-5, $"dgamma of {rows}×{channels}", inputs: rows / 100.0);
        dbeta.ShouldMatch(expectedBeta, 1e-5, $"dbeta of {rows}×{channels}", inputs: rows / 100.0);
        dx.ShouldMatch(expected, 2e-5, $"dx of {rows}×{channels}", inputs: 1);

        // With a rectifier after it: the bits of the two steps one after the other.
        using Buffer<float> gated = new(x.Length), together = new(x.Length), dgamma2 = new(channels), dbeta2 = new(channels);
        ActivationLoop.Backward(x.Length, default(Rectifier), dy, y, gated);
        Normalization.BatchBackward(normalization, gated, default(IdentityFunction));
        Normalization.BatchBackward(
            new NormalizationGradient(rows, channels, x, constants, invStd, gamma, together, dgamma2, dbeta2), dy, default(Rectifier));
        together.Span.SequenceEqual(dx.Span).ShouldBeTrue($"dx through a rectifier of {rows}×{channels}");
        dgamma2.Span.SequenceEqual(dgamma.Span).ShouldBeTrue($"dgamma through a rectifier of {rows}×{channels}");
        dbeta2.Span.SequenceEqual(dbeta.Span).ShouldBeTrue($"dbeta through a rectifier of {rows}×{channels}");
    });
}
