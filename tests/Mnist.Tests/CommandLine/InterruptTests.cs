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

        result.ExitCode.ShouldBe(130);
        result.ErrorLines.ShouldBe(
            [$"error: The training of StridedValidCnn was interrupted. {folder["checkpoint.safetensors"]} holds it up to the last step. Add --resume to go on from there."]);
        Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order().ShouldBe(
            ["best.safetensors", "checkpoint.safetensors", "curves.svg", "history.csv", "history.jsonl", "summary.txt", "tensorboard", "weights.safetensors"]);
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

        result.ExitCode.ShouldBe(130);
        result.ErrorLines.ShouldBe(["error: The training of StridedValidCnn was interrupted. Nothing was kept; add --out DIR to keep weights and checkpoints."]);
    }

    [Fact]
    public void What_was_interrupted_ends_as_if_it_had_not_been()
    {
        using var folder = new TemporaryFolder();
        string[] training = ["train", "StridedValidCnn", "--limit", "2000", "--epochs", "6", "--seed", "3"];
        SampleProgram.Run([.. training, "--out", folder["whole"]]).ExitCode.ShouldBe(0);
        using var program = SampleProgram.Start([.. training, "--out", folder["broken"]]);
        program.WaitForOutput("\nepoch 2/");
        program.Interrupt();
        program.WaitForResult();

        SampleProgram.Run([.. training, "--out", folder["broken"], "--resume"]).ExitCode.ShouldBe(0);

        File.ReadAllBytes(folder["broken/weights.safetensors"]).ShouldBe(File.ReadAllBytes(folder["whole/weights.safetensors"]));
    }

    [Fact]
    public void The_second_Ctrl_C_ends_at_once()
    {
        using var program = SampleProgram.Start(Training);
        program.WaitForOutput("\nepoch 1/");
        program.Interrupt();
        program.Interrupt();

        program.WaitForResult().ExitCode.ShouldBe(130);
    }
}
