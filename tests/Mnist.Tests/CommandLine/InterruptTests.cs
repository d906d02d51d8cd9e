using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class InterruptTests
{
    private static readonly string[] Training =
        ["train", "StridedValidCnn", "--limit", "500", "--epochs", "100000", "--seed", "3"];

    [Fact]
    public void Ctrl_C_ends_between_two_steps_and_says_what_was_kept()
    {
        using var folder = new TemporaryFolder();
        using var program = SampleProgram.Start([.. Training, "--out", folder.Path]);
        program.WaitForOutput("\nepoch 2/");
        program.Interrupt();
        var result = program.WaitForResult();

        result.ExitCode.ShouldBe(1);
        var error = result.ErrorLines.ShouldHaveSingleItem();
        error.ShouldStartWith("error: The training of StridedValidCnn was interrupted.");
        error.ShouldMatch(@"weights\.safetensors holds the weights after epoch \d+\. Add --resume to go on from there\.$");
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order().ShouldBe(
            ["checkpoint.safetensors", "curves.svg", "history.csv", "summary.txt", "weights.safetensors"]);
        SampleProgram.Run("evaluate", "StridedValidCnn", "--weights", folder["weights.safetensors"]).ExitCode.ShouldBe(0);
        SampleProgram.Run("evaluate", "StridedValidCnn", "--weights", folder["checkpoint.safetensors"]).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Ctrl_C_without_an_output_folder_says_that_nothing_was_kept()
    {
        using var program = SampleProgram.Start(Training);
        program.WaitForOutput("\nepoch 1/");
        program.Interrupt();
        var result = program.WaitForResult();

        result.ExitCode.ShouldBe(1);
        result.ErrorLines.ShouldBe(["error: The training of StridedValidCnn was interrupted. Nothing was kept; add --out DIR to keep weights and checkpoints."]);
    }
}
