using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Compares maps.</summary>
internal static class NaiveMapAssertions
{
    public static void ShouldBe(this NaiveMap actual, NaiveMap expected, string what)
    {
        actual.Channels.ShouldBe(expected.Channels, what);
        actual.Sizes.ShouldBe(expected.Sizes, what);
        for (int i = 0; i < expected.Values.Length; i++)
        {
            ((double)actual.Values[i]).ShouldBe(expected.Values[i], 1e-4, $"value {i} of {what}");
        }
    }
}
