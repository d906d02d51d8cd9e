using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

/// <summary>How good the models become on the whole of MNIST. Takes minutes, so it runs only where it is asked for.</summary>
[Trait("Category", "Accuracy")]
public class AccuracyTests
{
    [WholeMnistTheory]
    [InlineData("StridedSameCnn", 0.96)]
    [InlineData("SameCnn", 0.975)]
    [InlineData("NormalizedCnn", 0.98)]
    public void One_epoch_of_Adam_on_60000_digits_is_enough(string model, double least)
    {
        var result = SampleProgram.Run(
            "train", model, "--data", WholeMnistTheoryAttribute.Folder!, "--epochs", "1", "--seed", "1");

        result.ExitCode.ShouldBe(0, result.Error);
        var line = Regex.Match(result.LastLine, @"^test accuracy: (\d\.\d{4}) \(10000 images\)$");
        line.Success.ShouldBeTrue(result.LastLine);
        double.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(least);
    }

    private sealed class WholeMnistTheoryAttribute : TheoryAttribute
    {
        private const string Variable = "CNNGEN_WHOLE_MNIST_DIR";

        public WholeMnistTheoryAttribute()
        {
            if (Folder is null)
            {
                Skip = $"Set {Variable} to a folder with MNIST's 60,000 + 10,000 digits.";
            }
        }

        public static string? Folder => Environment.GetEnvironmentVariable(Variable);
    }
}
