using Shouldly;

namespace CnnGen.ManagedTorch.Tests.Kernels;

using Random = System.Random;

/// <summary>Random cases that can be run again: each has its own seed, and a failure names it.</summary>
internal static class Cases
{
    public static void Run(int count, Action<Random> test)
    {
        for (int seed = 0; seed < count; seed++)
        {
            try
            {
                test(new Random(seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
            }
        }
    }

    public static Buffer<float> Floats(this Random random, long length, float scale = 1)
    {
        var buffer = new Buffer<float>(length);
        foreach (ref float value in buffer.Span)
        {
            value = (random.NextSingle() * 2 - 1) * scale;
        }

        return buffer;
    }

    public static T Pick<T>(this Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    /// <summary>
    /// Every place within the tolerance relative to the largest result, or to the size of what went in where results may cancel.
    /// </summary>
    public static void ShouldMatch(this Buffer<float> actual, double[] expected, double tolerance, string what, double inputs = 1e-3)
    {
        actual.Length.ShouldBe(expected.Length);
        double scale = expected.Select(Math.Abs).DefaultIfEmpty(1).Max();
        for (int i = 0; i < expected.Length; i++)
        {
            // Written so that NaN is not near.
            if (!(Math.Abs(actual[i] - expected[i]) <= tolerance * Math.Max(scale, inputs)))
            {
                throw new ShouldAssertException($"{what}: place {i} of {expected.Length} is {actual[i]}, expected {expected[i]} (largest {scale})");
            }
        }
    }

    public static void ShouldBeSameBits(this Buffer<float> actual, Buffer<float> expected) =>
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(actual.Span)
            .SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.AsBytes(expected.Span)).ShouldBeTrue("the bits differ");
}
