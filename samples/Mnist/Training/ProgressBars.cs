using Spectre.Console;

namespace CnnGen.Samples.Mnist.Training;

/// <summary>A bar for each epoch, on a terminal.</summary>
internal sealed class ProgressBars(ProgressContext context) : TrainingCallback
{
    private ProgressTask? _bar;

    public override void OnEpochStart(TrainingRun run) =>
        _bar = context.AddTask($"epoch {run.Epoch}/{run.Settings.Epochs}", maxValue: run.Images);

    public override void OnBatchEnd(TrainingRun run)
    {
        Describe(run, ProgressText.Step(run));
        _bar!.Value = run.ImagesDone;
    }

    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        Describe(run, ProgressText.Epoch(result));
        _bar!.StopTask();
    }

    private void Describe(TrainingRun run, string text) =>
        _bar!.Description = $"epoch {run.Epoch}/{run.Settings.Epochs} {Markup.Escape(text)}";
}
