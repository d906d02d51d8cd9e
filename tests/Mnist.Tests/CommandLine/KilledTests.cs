using System.Globalization;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class KilledTests
{
    private static readonly string[] Training = ["train", "StridedValidCnn", "--limit", "200", "--seed", "3"];

    [Fact]
    public void What_a_killed_training_left_is_removed_by_the_next_and_nothing_else_is()
    {
        using var folder = new TemporaryFolder();
        var killed = Kill(folder.Path);
        string[] left =
        [
            $"weights.safetensors.{killed}-00112233445566778899aabbccddeeff.cnngen.tmp",
            $"curves.svg.{killed}-ffeeddccbbaa99887766554433221100.cnngen.tmp",
        ];
        string[] strangers =
        [
            "notes.tmp",
            "notes.cnngen.tmp",
            $"notes.{killed}.cnngen.tmp",
            $"weights.safetensors.{Environment.ProcessId}-00112233445566778899aabbccddeeff.cnngen.tmp", // of a process that is alive
        ];
        foreach (var name in left.Concat(strangers))
        {
            File.WriteAllText(folder[name], "");
        }

        var next = SampleProgram.Run([.. Training, "--epochs", "1", "--out", folder.Path]);

        next.ExitCode.ShouldBe(0, next.Error);
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
            strangers.Concat(["best.safetensors", "checkpoint.safetensors", "curves.svg", "history.csv", "history.jsonl", "report.html", "summary.txt", "weights.safetensors"]).Order(StringComparer.Ordinal));
    }

    // Tries for a while to hit the moment in which a file is being written.
    private static string Kill(string folder)
    {
        using var program = SampleProgram.Start([.. Training, "--epochs", "100000", "--out", folder]);
        program.WaitForOutput("\nepoch 2/");
        for (var attempt = 0; attempt < 2000 && Directory.GetFiles(folder, "*.tmp").Length == 0; attempt++)
        {
            Thread.Sleep(1);
        }

        return program.Kill().ToString(CultureInfo.InvariantCulture);
    }
}
