using System.CommandLine;
using CnnGen.Samples.Mnist.Reports;
using CnnGen.Samples.Mnist.Training;
using CnnGen.Terminal;
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
        var quiet = Words.Quiet();
        var json = Words.Json();
        root.Options.Add(report);
        root.Options.Add(quiet);
        root.Options.Add(json);
        root.Validators.Add(result => Words.NotBoth(result, quiet, json));
        root.SetAction((parsed, cancellation) => Task.Run(
            () => Run(
                Digits.Load(parsed.GetValue(data), parsed.GetValue(limit)),
                parsed.GetValue(epochs),
                parsed.GetRequiredValue(report),
                Words.View(parsed.GetValue(quiet), parsed.GetValue(json)),
                cancellation),
            CancellationToken.None));
    }

    private static int Run(Digits digits, int? epochs, string path, ViewMode view, CancellationToken cancellation)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = RedirectedWidth;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        var isTalkative = view is ViewMode.Auto;
        if (isTalkative)
        {
            Introduce(digits);
        }

        var report = new RunReport(digits, Seed);
        var outcomes = new List<Outcome>();
        foreach (var model in ModelCatalog.All)
        {
            if (isTalkative)
            {
                Console.WriteLine();
                Console.WriteLine($"[{outcomes.Count + 1}/{ModelCatalog.All.Count}] {model.Name}: {model.Idea}");
                Console.WriteLine(model.Summary);
            }

            var request = new TrainingRequest { Model = model, Digits = digits, Epochs = epochs, Seed = Seed, View = view };
            outcomes.Add(Train(report.Following(request), cancellation));
        }

        report.Write(path);
        if (view is not ViewMode.Json)
        {
            Compare(outcomes);
            Console.WriteLine();
            Console.WriteLine($"report: {path}");
        }

        return ExitCode.Success;
    }

    private static void Introduce(Digits digits)
    {
        Console.WriteLine($"data: {digits.Description}");
        if (digits.Train.Count > Digits.ShippedCount)
        {
            Console.Error.WriteLine($"{digits.Train.Count} digits take a while; --limit {Digits.ShippedCount} is done in minutes.");
        }
    }

    private static Outcome Train(TrainingRequest request, CancellationToken cancellation)
    {
        var model = request.Model;
        var (history, test) = Trainer.Train(request, cancellation);
        if (request.View is ViewMode.Json)
        {
            Console.WriteLine(ResultJson.Line(model.Name, history, test));
        }

        return new Outcome(
            model.Name,
            model.Architecture,
            ImagesPerSecond: history.Epochs.Count * request.Digits.Train.Count / history.Seconds,
            FirstEpochTrainingAccuracy: history.Epochs[0].Accuracy!.Value,
            FirstEpochAccuracy: history.Epochs[0].ValidationAccuracy!.Value,
            LastEpochAccuracy: history.Last!.ValidationAccuracy!.Value,
            Accuracy: test.Accuracy!.Value,
            TestImages: test.Count,
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
