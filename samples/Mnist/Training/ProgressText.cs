using CnnGen.Samples.Mnist.Reports;

namespace CnnGen.Samples.Mnist.Training;

/// <summary>How far a training is, in words.</summary>
internal static class ProgressText
{
    /// <summary>What is about to happen.</summary>
    public static string Start(TrainingRun run)
    {
        var settings = run.Settings;
        var done = run.History.Epochs.Count;
        var from = done == 0 ? "" : $", going on after epoch {done}";
        return $"training on {run.Images} images: {Numbers.Count(settings.Epochs, "epoch")} of {Numbers.Count(run.Steps, "step")}, batch size {settings.BatchSize}, "
            + $"{settings.Optimizer} at learning rate {Numbers.Plain(settings.LearningRate)}, seed {settings.Seed}{from}";
    }

    /// <summary>Where an epoch stands, with the time that the whole training still takes.</summary>
    public static string Step(TrainingRun run)
    {
        var rate = run.ImagesDone / Math.Max(run.Elapsed.TotalSeconds, 1e-9);
        var left = (long)(run.Settings.Epochs - run.Epoch) * run.Images + run.Images - run.ImagesDone;
        return $"loss {Numbers.Loss(run.Loss)}, {Measures(run.Measures)}{Numbers.Rate(rate)}, {Numbers.Time(left / rate)} left";
    }

    /// <summary>What an epoch gave, short enough to stand beside a bar.</summary>
    public static string Epoch(EpochResult result) =>
        $"loss {Numbers.Loss(result.Loss)}, {TestAndRate(result)}";

    /// <summary>What an epoch gave.</summary>
    public static string WholeEpoch(EpochResult result) =>
        $"loss {Numbers.Loss(result.Loss)}, {Measures(result.Measures)}{TestAndRate(result)}, {Numbers.Seconds(result.Seconds)}";

    private static string Measures(MeasureValues values) =>
        string.Concat(values.Select(measure => $"{measure.Key.Replace('_', ' ')} {Numbers.Accuracy(measure.Value)}, "));

    private static string TestAndRate(EpochResult result) =>
        $"test accuracy {Numbers.Accuracy(result.ValidationAccuracy)}, {Numbers.Rate(result.ImagesPerSecond)}";
}
