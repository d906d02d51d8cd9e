using System.CommandLine;
using CnnGen.Fixtures;

namespace CnnGen.Benchmarks.Fixtures;

/// <summary><c>fixtures</c>: on how many models of which corpus the language and Keras agree.</summary>
internal static class FixturesCommand
{
    public static Command Create()
    {
        var folder = new Option<string?>("--dir")
        {
            Description = $"The folder of corpora (.jsonl or .jsonl.gz). Default: {FixtureFolder.Variable}, else ../shared/fixtures.",
        };
        var runs = new Option<bool>("--run") { Description = "Also runs each model that Keras accepts, forwards and backwards." };
        var command = new Command("fixtures", "Compares summaries and errors with Keras's own answers; exits with 1 on any difference.") { folder, runs };
        command.SetAction(parsed => Run(parsed.GetValue(folder), parsed.GetValue(runs)));
        return command;
    }

    private static int Run(string? folder, bool runs)
    {
        folder ??= FixtureFolder.Default
            ?? throw new InvalidOperationException($"There is no folder of fixtures; --dir or {FixtureFolder.Variable} names it.");
        CorpusReport[] reports = [.. FixtureFolder.Files(folder).Select(file => CorpusComparison.Compare(file, runs)).OfType<CorpusReport>()];
        if (reports.Length == 0)
        {
            throw new InvalidOperationException($"No file of models with Keras's answers (.jsonl or .jsonl.gz) lies in {folder}.");
        }

        foreach (CorpusReport report in reports)
        {
            Console.WriteLine(report);
            foreach (Outcome outcome in report.Differences)
            {
                Console.WriteLine($"  {outcome.Id}: {outcome.Reason}");
            }
        }

        return reports.All(static report => report.Differences.Count == 0) ? 0 : 1;
    }
}
