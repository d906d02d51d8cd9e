using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class RecordTests
{
    [Fact]
    public void Networks_have_no_more_parameters_than_their_records_allow()
    {
        SmallCnn.ParameterCount.ShouldBeLessThanOrEqualTo(10_000);
        BestCnn.ParameterCount.ShouldBeLessThanOrEqualTo(200_000);
    }

    [Fact]
    public void The_mean_is_that_of_the_seeds()
    {
        var result = SampleProgram.Run("record", "fast", "--seeds", "2");

        result.ExitCode.ShouldBe(0, result.Error);
        double[] tests = [.. result.Output.Split('\n').Where(line => line.StartsWith("seed ", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split("test ")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture))];
        tests.Length.ShouldBe(2);
        tests.ShouldAllBe(accuracy => accuracy > 0.5);
        result.LastLine.ShouldStartWith("mean test accuracy: ");
        double.Parse(result.LastLine.Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(tests.Average(), 1e-4);
    }

    [Fact]
    public void A_record_that_there_is_not_is_a_wrong_argument()
    {
        var result = SampleProgram.Run("record", "fats");

        result.ExitCode.ShouldBe(2);
        result.ErrorLines.ShouldHaveSingleItem().ShouldContain("there is no record 'fats'; did you mean fast? (records: fast, small, best)");
    }
}
