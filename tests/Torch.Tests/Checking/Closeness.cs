using CnnGen.Torch.Tests.Oracle;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>Compares tensors of numbers.</summary>
internal static class Closeness
{
    /// <summary>How far a result may be off, relative to the largest magnitude of the expected one.</summary>
    public const double Forward = 1e-5;

    /// <summary>How far a gradient may be off, relative to the largest magnitude of the expected one.</summary>
    public const double Gradient = 1e-4;

    // A result is made of terms of about one; where they cancel, what is left of them is rounding error.
    private const double SmallestScale = 0.3;

    public static void ShouldBeCloseTo(this TensorValue actual, TensorValue expected, double tolerance, string what)
    {
        actual.TypeName.ShouldBe(expected.TypeName, $"type of {what}");
        actual.Shape.ShouldBe(expected.Shape, $"shape of {what}");
        if (expected.Data is float[] floats)
        {
            actual.Floats.ShouldBeCloseTo(floats, tolerance, what);
        }
        else
        {
            actual.Data.ShouldBe(expected.Data, what);
        }
    }

    public static void ShouldBeCloseTo(this float[] actual, float[] expected, double tolerance, string what)
    {
        actual.Length.ShouldBe(expected.Length, $"number of elements of {what}");
        var allowed = tolerance * Math.Max(SmallestScale, LargestMagnitude(expected));
        for (var i = 0; i < actual.Length; i++)
        {
            var isClose = float.IsFinite(expected[i])
                ? Math.Abs(actual[i] - expected[i]) <= allowed
                : actual[i].Equals(expected[i]);
            isClose.ShouldBeTrue($"{what}: element {i} is {actual[i]:G9}, expected {expected[i]:G9} ± {allowed:G2}");
        }
    }

    private static double LargestMagnitude(float[] values) =>
        values.Where(float.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
}
