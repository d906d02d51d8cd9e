using System.CommandLine;
using CnnGen.Fixtures;

namespace CnnGen.Benchmarks.KerasFiles;

/// <summary><c>keras-files</c>: how many models that Keras saved move over and give Keras's outputs.</summary>
internal static class KerasFilesCommand
{
    public static Command Create()
    {
        var folder = new Option<string?>("--dir")
        {
            Description = $"The folder with {KerasFileSet.Archive}, or with its files. Default: {FixtureFolder.Variable}, else ../shared/fixtures.",
        };
        var command = new Command("keras-files", "Declares, loads, runs and saves models of Keras and compares with Keras's outputs; exits with 1 on any difference.") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder)));
        return command;
    }

    private static int Run(string? folder)
    {
        folder ??= FixtureFolder.Default
            ?? throw new InvalidOperationException($"There is no folder of fixtures; --dir or {FixtureFolder.Variable} names it.");
        using var files = new KerasFileSet(folder);
        if (files.Names.Count == 0)
        {
            throw new InvalidOperationException($"Neither {KerasFileSet.Archive} nor a .keras file lies in {folder}.");
        }

        CorpusReport report = KerasFileComparison.Compare(files);
        Console.WriteLine(report);
        foreach (Outcome outcome in report.Differences)
        {
            Console.WriteLine($"  {outcome.Id}: {outcome.Reason}");
        }

        return report.Differences.Count == 0 ? 0 : 1;
    }
}
