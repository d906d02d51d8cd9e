using System.Diagnostics;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary>The program: its port, its errors, its end.</summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_says_where_it_is_and_ends_with_an_interrupt()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Process program = Start("--port", "0");
        string line = (await program.StandardOutput.ReadLineAsync().WaitAsync(s_patience))!;
        string address = line.Split(' ').First(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
        using var client = new HttpClient();
        string health = await client.GetStringAsync(address + "/health");
        Process.Start("kill", ["-INT", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).Dispose();
        await program.WaitForExitAsync().WaitAsync(s_patience);

        health.ShouldBe("{\"state\":\"ready\"}");
        program.ExitCode.ShouldBe(0);
        (await program.StandardError.ReadToEndAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--port must be a whole number from 0 to 65535, not 'web'", "--port", "web")]
    [InlineData("--weights must not be empty", "--weights", "")]
    [InlineData("Unrecognized command or argument 'now'", "now")]
    public async Task Wrong_arguments_are_told_in_a_line(string words, params string[] arguments)
    {
        using Process program = Start(arguments);
        string error = await program.StandardError.ReadToEndAsync().WaitAsync(s_patience);
        await program.WaitForExitAsync().WaitAsync(s_patience);

        error.ShouldStartWith("error: " + words);
        error.Trim().Split('\n').ShouldHaveSingleItem();
        program.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_told_in_a_line()
    {
        using Process program = Start("--port", "0", "--weights", typeof(ProgramTests).Assembly.Location);
        string error = await program.StandardError.ReadToEndAsync().WaitAsync(s_patience);
        await program.WaitForExitAsync().WaitAsync(s_patience);

        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith("error: ");
        program.ExitCode.ShouldBe(1);
    }

    private static Process Start(params string[] arguments)
    {
        // Where the tests run in a script's background, Ctrl+C is ignored, and a program that they start would ignore it too.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        return Process.Start(new ProcessStartInfo(command[0], [.. command[1..], Path.Combine(AppContext.BaseDirectory, "DrawADigit.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
