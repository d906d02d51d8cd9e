using System.CommandLine;
using CnnGen.Samples.Mnist.Reports;
using CnnGen.Samples.Mnist.Training;
using Spectre.Console;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary>The program without a command: the notebook from its first cell to its last, and what it teaches.</summary>
internal static class NotebookCommand
{
    // The models start from one seed, so that the two that are the same network end with the same numbers.
    private const int Seed = 2;

    // Where the output does not go to a terminal there is no width to keep to, but lines should still be readable.
    private const int RedirectedWidth = 100;

    public static void Attach(RootCommand root)
    {
        var epochs = Words.Epochs();
        var data = Words.Data();
        var limit = Words.Limit();
        root.Options.Add(epochs);
        root.Options.Add(data);
        root.Options.Add(limit);
        var report = new Option<string>("--report")
        {
            Description = "The file for the report on all six.", HelpName = "FILE", DefaultValueFactory = _ => RunReport.FileName, Validators = { Words.NotEmpty },
        };
        root.Options.Add(report);
        root.SetAction((parsed, cancellation) => Task.Run(
            () => Run(Digits.Load(parsed.GetValue(data), parsed.GetValue(limit)), parsed.GetValue(epochs), parsed.GetRequiredValue(report), cancellation),
            CancellationToken.None));
    }

    private static int Run(Digits digits, int? epochs, string path, CancellationToken cancellation)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = RedirectedWidth;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        Console.WriteLine($"data: {digits.Description}");
        if (digits.Train.Count > Digits.ShippedCount)
        {
            Console.Error.WriteLine($"{digits.Train.Count} digits take a while; --limit {Digits.ShippedCount} is done in minutes.");
        }

        var report = new RunReport(digits, Seed);
        var outcomes = new List<Outcome>();
        foreach (var model in ModelCatalog.All)
        {
            Console.WriteLine();
            Console.WriteLine($"[{outcomes.Count + 1}/{ModelCatalog.All.Count}] {model.Name}: {model.Idea}");
            Console.WriteLine(model.Summary);
            outcomes.Add(Train(model, digits, epochs, report, cancellation));
        }

        Compare(outcomes);
        report.Write(path);
        Console.WriteLine();
        Console.WriteLine($"report: {path}");
        return ExitCode.Success;
    }

    private static Outcome Train(ModelEntry model, Digits digits, int? epochs, RunReport report, CancellationToken cancellation)
    {
        var request = new TrainingRequest { Model = model, Digits = digits, Epochs = epochs, Seed = Seed };
        var history = Trainer.Train(report.Following(request), cancellation);
        var last = history.Last!.Validation!;
        return new Outcome(
            model.Name,
            model.Architecture,
            ImagesPerSecond: history.Epochs.Count * digits.Train.Count / history.Seconds,
            FirstEpochTrainingAccuracy: history.Epochs[0].Accuracy!.Value,
            FirstEpochAccuracy: history.Epochs[0].ValidationAccuracy!.Value,
            Accuracy: last.Accuracy!.Value,
            TestImages: last.Count,
            Epochs: history.Epochs.Count);
    }

    private static void Compare(List<Outcome> outcomes)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(ModelComparison.Table(outcomes));
        var lessons = Lessons.Draw(outcomes[0], outcomes[1], outcomes[2], outcomes[3], outcomes[4], outcomes[5]);
        foreach (var (title, text) in lessons)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLineInterpolated($"[bold]{title}.[/] {text}");
        }
    }
}
