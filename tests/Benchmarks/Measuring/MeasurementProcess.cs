using System.Diagnostics;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>A measurement in a process of its own, so that no side inherits the other's memory or warmth.</summary>
internal static class MeasurementProcess
{
    /// <summary>How to start this program once more: its own executable, or dotnet and its assembly.</summary>
    public static string[] ThisProgram { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, typeof(MeasurementProcess).Assembly.Location]
            : [Environment.ProcessPath!];

    /// <summary>What the program prints.</summary>
    /// <param name="program">The command that starts it.</param>
    /// <param name="arguments">Its further arguments.</param>
    /// <param name="variables">Environment variables for it alone.</param>
    /// <param name="folder">Where it runs; here, if it is left out.</param>
    /// <exception cref="InvalidOperationException">It failed; what it printed is in the message.</exception>
    public static string Run(
        string[] program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null, string folder = "")
    {
        var start = new ProcessStartInfo(program[0], [.. program.Skip(1), .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', program)} ended with {process.ExitCode}.\n{output}".TrimEnd());
    }
}
