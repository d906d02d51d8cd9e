using CnnGen.Torch.Tests.Oracle;
using Xunit.Sdk;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>Compares tensors of numbers.</summary>
internal static class Closeness
{
    /// <summary>How far a result may be off, relative to the largest magnitude of the expected one.</summary>
    public const double Forward = 1e-5;

    /// <summary>How far a gradient may be off, relative to the largest magnitude of the expected one.</summary>
    public const double Gradient = 1e-4;

    // A result is made of terms of about one; where they cancel, what is left of them is rounding error.
    public const double SmallestScale = 0.3;

    /// <param name="actual">What is to be judged.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="tolerance">How far it may be off, relative to the largest magnitude.</param>
    /// <param name="what">How a failure calls it.</param>
    /// <param name="smallestScale">A magnitude that counts as the largest if all are below it.</param>
    public static void ShouldBeCloseTo(
        this TensorValue actual, TensorValue expected, double tolerance, string what, double smallestScale = SmallestScale)
    {
        actual.TypeName.ShouldBe(expected.TypeName, $"type of {what}");
        actual.Shape.ShouldBe(expected.Shape, $"shape of {what}");
        if (expected.Data is float[] floats)
        {
            actual.Floats.ShouldBeCloseTo(floats, tolerance, what, smallestScale);
        }
        else if (expected.Data is double[] doubles)
        {
            // What comes of 32 bits somewhere on the way is no more exact than they are.
            Rounded((double[])actual.Data).ShouldBeCloseTo(Rounded(doubles), tolerance, what, smallestScale);
        }
        else
        {
            actual.Data.ShouldBe(expected.Data, what);
        }
    }

    public static void ShouldBeCloseTo(
        this float[] actual, float[] expected, double tolerance, string what, double smallestScale = SmallestScale)
    {
        actual.Length.ShouldBe(expected.Length, $"number of elements of {what}");
        var allowed = tolerance * Math.Max(smallestScale, LargestMagnitude(expected));
        for (var i = 0; i < actual.Length; i++)
        {
            var isClose = float.IsFinite(expected[i])
                ? Math.Abs(actual[i] - expected[i]) <= allowed
                : actual[i].Equals(expected[i]);
            if (!isClose)
            {
                throw new XunitException($"{what}: element {i} is {actual[i]:G9}, expected {expected[i]:G9} ± {allowed:G2}");
            }
        }
    }

    public static double LargestMagnitude(this TensorValue value) => value.Data is float[] floats ? LargestMagnitude(floats) : 0;

    private static float[] Rounded(double[] values) => Array.ConvertAll(values, value => (float)value);

    private static double LargestMagnitude(float[] values) =>
        values.Where(float.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
}
