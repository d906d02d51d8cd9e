using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class PredictTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Draws_a_test_digit_and_a_bar_for_each_class()
    {
        var result = SampleProgram.Run("predict", TrainedModel.Name, "--weights", trained.Weights, "test:3");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("█");
        var percents = Regex.Matches(result.Output, @"^\d +(\d+\.\d\d) %", RegexOptions.Multiline).Select(match => double.Parse(match.Groups[1].Value)).ToList();
        percents.Count.ShouldBe(10);
        percents.Sum().ShouldBe(100, tolerance: 0.1);
        result.LastLine.ShouldMatch(@"^StridedValidCnn reads a \d \(\d+\.\d\d %\), (which is right|but it is a \d)\.$");
    }

    [Fact]
    public void Reads_the_same_from_a_picture_and_from_its_negative()
    {
        using var folder = new TemporaryFolder();
        var digit = CnnGen.Mnist.Load(SampleProgram.Digits).Test.Images[3].Pixels.ToArray();
        File.WriteAllBytes(folder["digit.pgm"], [.. "P5 28 28 255\n"u8, .. digit]);
        File.WriteAllBytes(folder["negative.pgm"], [.. "P5 28 28 255\n"u8, .. digit.Select(value => (byte)(255 - value))]);

        var fromTest = SampleProgram.Run("predict", TrainedModel.Name, "--weights", trained.Weights, "test:3");
        var fromFile = SampleProgram.Run("predict", TrainedModel.Name, "--weights", trained.Weights, folder["digit.pgm"]);
        var fromNegative = SampleProgram.Run("predict", TrainedModel.Name, "--weights", trained.Weights, folder["negative.pgm"]);

        fromFile.Error.ShouldBeEmpty();
        fromNegative.ErrorLines.ShouldHaveSingleItem().ShouldContain("was inverted");
        fromNegative.Output.ShouldBe(fromFile.Output);
        WithoutLastLine(fromFile).ShouldBe(WithoutLastLine(fromTest));
    }

    private static string WithoutLastLine(ProgramResult result) => result.Output[..^(result.LastLine.Length + 1)];
}
