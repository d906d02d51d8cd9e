using Spectre.Console;

namespace CnnGen.Samples.Mnist.Training;

/// <summary>Shows a training while it runs: bars where a person watches, plain lines elsewhere.</summary>
internal static class TrainingProgress
{
    private const int BarWidth = 12;

    /// <summary>Runs a training that reports to the callback it is given.</summary>
    public static TrainingHistory Show(Func<TrainingCallback, TrainingHistory> train)
    {
        var capabilities = AnsiConsole.Profile.Capabilities;
        if (Console.IsOutputRedirected || !capabilities.Ansi || !capabilities.Interactive)
        {
            return train(new ProgressLines());
        }

        return AnsiConsole.Progress()
            .Columns(new ProgressBarColumn { Width = BarWidth }, new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context => train(new ProgressBars(context)));
    }
}
