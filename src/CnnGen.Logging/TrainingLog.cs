using Microsoft.Extensions.Logging;

namespace CnnGen.Logging;

/// <summary>
/// Tells a logger when a training starts, what each epoch gave, how it ended and why it failed. A logger keeps what it is told: what a
/// killed process logged after its last checkpoint is logged again by the one that goes on from there.
/// </summary>
/// <param name="logger">The logger.</param>
public sealed class TrainingLog(ILogger logger) : TrainingCallback
{
    private readonly int _everySteps;

    /// <summary>Steps between two events of level Debug. Default 0: none after steps.</summary>
    public int EverySteps
    {
        get => _everySteps;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _everySteps = value;
        }
    }

    /// <inheritdoc/>
    public override void OnTrainingStart(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        TrainingSettings settings = run.Settings;
        if (run.History.Epochs.Count == 0 && run.Step == 0)
        {
            TrainingEvents.Started(
                logger, Name(run), settings.Epochs, run.Steps, run.Images, settings.BatchSize, settings.Optimizer, settings.LearningRate, settings.Seed!.Value);
        }
        else
        {
            long done = run.StepsDone;
            TrainingEvents.Resumed(
                logger, Name(run), run.History.Epochs.Count, settings.Epochs, done, run.StepsInAll, run.LearningRate, settings.Seed!.Value);
        }
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (EverySteps > 0 && run.StepsDone % EverySteps == 0 && logger.IsEnabled(LogLevel.Debug))
        {
            TrainingEvents.StepsEnded(
                logger, run.Epoch, run.Settings.Epochs, run.Step, run.Steps, run.Loss, run.Measures.ToString(), run.LearningRate);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(result);
        if (logger.IsEnabled(LogLevel.Information))
        {
            TrainingEvents.EpochEnded(
                logger, result.Epoch, run.Settings.Epochs, result.Loss, MeasuresOf(result), result.LearningRate, result.Seconds, result.ImagesPerSecond);
        }
    }

    /// <inheritdoc/>
    public override void OnTrainingEnd(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        TrainingHistory history = run.History;
        TrainingEvents.Ended(logger, Name(run), history.Epochs.Count, history.Seconds, history.StopMessage ?? "all epochs are over");
    }

    /// <inheritdoc/>
    public override void OnTrainingFailed(TrainingRun run, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(run);
        TrainingEvents.Failed(logger, exception, Name(run), run.Epoch, run.Step);
    }

    private static string Name(TrainingRun run) => run.Model.Architecture.Name;

    private static string MeasuresOf(EpochResult result)
    {
        IEnumerable<KeyValuePair<string, double>> values = result.Measures;
        if (result.Validation is { } validation)
        {
            values = values.Append(new("val_loss", validation.Loss)).Concat(validation.Measures.Select(static value => KeyValuePair.Create("val_" + value.Key, value.Value)));
        }

        return new MeasureValues(values).ToString();
    }
}
