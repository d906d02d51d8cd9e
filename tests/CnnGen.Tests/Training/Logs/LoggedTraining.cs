using System.Diagnostics;

namespace CnnGen.Tests;

/// <summary>Trains with all logs that are files, in a process of its own that can be killed, and goes on where the one before it was killed.</summary>
internal static class LoggedTraining
{
    /// <summary>What the process is called with, before the folder.</summary>
    public const string Command = "train-with-logs";

    public const int Epochs = 150;

    /// <summary>Trains from the checkpoint in the folder, if there is one, to the end.</summary>
    public static void Run(string folder)
    {
        var options = new TrainingOptions
        {
            Epochs = Epochs,
            Validation = Data.Quarters(6),
            CheckpointDirectory = folder,
            CheckpointEvery = Every.Steps(1),
            Resume = Resume.IfPresent,
            Callbacks =
            [
                new CsvLog(Path.Combine(folder, "history.csv")),
                new JsonLinesLog(Path.Combine(folder, "training.jsonl")) { EverySteps = 2 },
                new TensorBoardLog(Path.Combine(folder, "tensorboard")) { EverySteps = 2, Time = new FixedTime() },
            ],
        };
        TrainingLoop.Fit(new SoftmaxRegression { Record = false }, Data.Quarters(24), options);
    }

    /// <summary>Starts a process that does so.</summary>
    public static Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet", [typeof(LoggedTraining).Assembly.Location, Command, folder])
    {
        RedirectStandardError = true,
    })!;
}
