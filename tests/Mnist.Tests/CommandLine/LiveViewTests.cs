using System.Text.Json;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class LiveViewTests
{
    private const string ShowCursor = "\u001b[?25h";

    private static readonly string[] Endless = ["train", "StridedValidCnn", "--limit", "500", "--epochs", "100000", "--seed", "3", "--out"];

    [TerminalFact]
    public void On_a_terminal_the_key_q_stops_and_saves()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new PseudoTerminal([.. Endless, folder.Path]);
        terminal.WaitFor("q stop and save");
        terminal.WaitFor("best epoch");
        terminal.Type("q");

        terminal.WaitForExit().ShouldBe(0, terminal.Output);

        terminal.Output.ShouldContain("\u001b[?25l");
        terminal.Output.ShouldContain("⠒⠒");
        terminal.Output[terminal.Output.LastIndexOf("elapsed", StringComparison.Ordinal)..].ShouldContain(ShowCursor);
        terminal.Output.TrimEnd().ShouldMatch(@"test accuracy: [01]\.\d{4} \(2000 images\)$");
        File.Exists(folder["checkpoint.safetensors"]).ShouldBeTrue();
        int epochs = File.ReadAllLines(folder["history.csv"]).Length - 1;
        var resumed = SampleProgram.Run(
            ["train", "StridedValidCnn", "--limit", "500", "--epochs", $"{epochs + 1}", "--seed", "3", "--out", folder.Path, "--resume"]);
        resumed.ExitCode.ShouldBe(0, resumed.Error);
        resumed.Output.ShouldMatch(@"going on (after epoch \d+|in epoch \d+ after step \d+)");
        File.ReadAllLines(folder["history.csv"]).Length.ShouldBe(epochs + 2);
    }

    [TerminalFact]
    public void On_a_terminal_Ctrl_C_gives_the_cursor_back()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new PseudoTerminal([.. Endless, folder.Path]);
        terminal.WaitFor("best epoch");
        terminal.Type("\u0003");

        terminal.WaitForExit().ShouldBe(130, terminal.Output);

        terminal.Output.LastIndexOf(ShowCursor, StringComparison.Ordinal).ShouldBeGreaterThan(terminal.Output.LastIndexOf("elapsed", StringComparison.Ordinal));
        terminal.Output.ShouldContain("was interrupted");
    }

    [TerminalFact]
    public void On_a_terminal_quiet_is_the_result_alone()
    {
        using var terminal = new PseudoTerminal(["train", "StridedValidCnn", "--limit", "64", "--epochs", "1", "--quiet"]);

        terminal.WaitForExit().ShouldBe(0, terminal.Output);

        // .NET itself tells the terminal how it wants the arrow keys.
        terminal.Output.Replace("\u001b[?1h\u001b=", "").Trim().ShouldMatch(@"^test accuracy: [01]\.\d{4} \(2000 images\)$");
    }

    [TerminalFact]
    public void Nothing_of_it_is_in_a_file_that_a_terminal_s_user_redirects_to()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new PseudoTerminal(["train", "StridedValidCnn", "--limit", "500", "--epochs", "2"], folder["output.txt"]);

        terminal.WaitForExit().ShouldBe(0, terminal.Output);

        string output = File.ReadAllText(folder["output.txt"]);
        output.ShouldNotContain("\u001b");
        output.ShouldNotContain("\r");
        output.ShouldContain("\nepoch 2/2: loss ");
        output.ShouldMatch(@"\ntest accuracy: [01]\.\d{4} \(2000 images\)\n$");
        terminal.Output.ShouldNotContain("epoch");
    }

    [Fact]
    public void Quiet_is_the_result_alone()
    {
        var result = SampleProgram.Run("train", "StridedValidCnn", "--limit", "64", "--epochs", "1", "--quiet");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.ShouldBeEmpty();
        result.Output.ShouldMatch(@"^test accuracy: [01]\.\d{4} \(2000 images\)\n$");
    }

    [Fact]
    public void Json_is_an_object_an_epoch_and_one_with_the_result()
    {
        var result = SampleProgram.Run("train", "StridedValidCnn", "--limit", "64", "--epochs", "2", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement[] lines = [.. result.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
        lines.Select(line => line.GetProperty("event").GetString()).ShouldBe(["epoch", "epoch", "result"]);
        lines[1].GetProperty("epoch").GetInt32().ShouldBe(2);
        lines[1].GetProperty("loss").GetDouble().ShouldBeGreaterThan(0);
        lines[2].GetProperty("model").GetString().ShouldBe("StridedValidCnn");
        lines[2].GetProperty("test_images").GetInt32().ShouldBe(2000);
        lines[2].GetProperty("test_accuracy").GetDouble().ShouldBeInRange(0, 1);
    }

    [Fact]
    public void An_error_is_on_standard_error_however_quiet()
    {
        var result = SampleProgram.Run("train", "StridedValidCnn", "--limit", "256", "--learning-rate", "1e30", "--json");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldBeEmpty();
        result.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("error: Training diverged");
    }

    [Fact]
    public void Quiet_and_json_exclude_each_other()
    {
        var result = SampleProgram.Run("train", "StridedValidCnn", "--quiet", "--json");

        result.ExitCode.ShouldBe(2);
        result.ErrorLines.ShouldBe(["error: --quiet and --json exclude each other; see train --help"]);
    }

    [Fact]
    public void The_notebook_is_quiet_too()
    {
        var quiet = SampleProgram.Run("--limit", "64", "--epochs", "1", "--quiet");
        quiet.ExitCode.ShouldBe(0, quiet.Error);
        quiet.Output.ShouldContain("parameters in first");
        quiet.Output.ShouldNotContain("epoch 1/1");
        quiet.Output.ShouldNotContain("Layer (type)");

        var json = SampleProgram.Run("--limit", "64", "--epochs", "1", "--json");
        json.ExitCode.ShouldBe(0, json.Error);
        json.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString())
            .ShouldBe(Enumerable.Repeat(new[] { "epoch", "result" }, 6).SelectMany(pair => pair));
    }
}
