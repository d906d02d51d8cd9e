using System.Diagnostics;
using System.Text;

namespace CnnGen.Samples.Mnist.Tests;

/// <summary>Runs the built sample as a process of its own, as a user does, without the network.</summary>
internal static class SampleProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The digits that ship with the sample.</summary>
    public static string Digits { get; } = Path.Combine(AppContext.BaseDirectory, "Digits");

    /// <summary>Runs the program to its end.</summary>
    public static ProgramResult Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return process.WaitForResult();
    }

    /// <summary>Starts the program; its data is the shipped digits unless the arguments say another.</summary>
    public static RunningProgram Start(params string[] arguments)
    {
        // Where the tests run in a script's background, Ctrl+C is ignored, and a program that they start would ignore it too.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Mnist.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["CNNGEN_MNIST_DIR"] = Digits;
        return new RunningProgram(Process.Start(start)!, Patience);
    }
}

/// <summary>What a finished program left.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    public string LastLine => Output.TrimEnd('\n').Split('\n')[^1];

    /// <summary>The lines on standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
