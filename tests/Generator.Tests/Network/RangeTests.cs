using Shouldly;
using Range = CnnGen.Generator.Layers.Range;

namespace CnnGen.Generator.Tests;

public sealed class RangeTests
{
    [Theory]
    [InlineData("at least 0", 0, 1e300)]
    [InlineData("larger than 0", double.Epsilon, 1e300)]
    [InlineData("between -1 and 1", -1, 1)]
    [InlineData("at least 0 and less than 1", 0, 0.999)]
    [InlineData("a finite number", double.MinValue, double.MaxValue)]
    [InlineData("a number that a float can hold", float.MinValue, float.MaxValue)]
    public void Holds_its_numbers(string words, double least, double most)
    {
        Range range = Named(words);

        range.Holds(least).ShouldBeTrue();
        range.Holds(most).ShouldBeTrue();
    }

    [Theory]
    [InlineData("at least 0", -double.Epsilon, double.NaN)]
    [InlineData("larger than 0", 0, double.NegativeInfinity)]
    [InlineData("between -1 and 1", -1.001, 1.001)]
    [InlineData("at least 0 and less than 1", -double.Epsilon, 1)]
    [InlineData("a finite number", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("a number that a float can hold", -1e39, 1e39)]
    public void Says_what_it_refuses(string words, double tooSmall, double tooLarge)
    {
        Range range = Named(words);

        foreach (double value in new[] { tooSmall, tooLarge, double.NaN })
        {
            range.Holds(value).ShouldBeFalse();
            range.Words(value).ShouldBe(words);
        }
    }

    [Fact]
    public void Infinity_is_refused_though_it_is_above_the_bound()
    {
        Range.AtLeast(0).Holds(double.PositiveInfinity).ShouldBeFalse();
        Range.AtLeast(0).Words(double.PositiveInfinity).ShouldBe("a finite number of at least 0");
        Range.Above(0).Words(double.PositiveInfinity).ShouldBe("a finite number larger than 0");
    }

    private static Range Named(string words) => words switch
    {
        "at least 0" => Range.AtLeast(0),
        "larger than 0" => Range.Above(0),
        "between -1 and 1" => Range.Between(-1, 1),
        "at least 0 and less than 1" => Range.FromUpTo(0, 1),
        "a finite number" => Range.Finite,
        _ => Range.Float,
    };
}
