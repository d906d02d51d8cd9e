namespace CnnGen;

/// <summary>
/// Tells an <see cref="IProgress{T}"/> how far the training is: a window, a web page. After steps, but not more often than
/// <see cref="Interval"/>, and after each epoch.
/// </summary>
/// <param name="progress">Who is told, on the thread that trains; <see cref="Progress{T}"/> takes it to the thread that it was made on.</param>
public sealed class ProgressReport(IProgress<TrainingProgress> progress) : TrainingCallback
{
    private TrainingPace _pace = new(TimeProvider.System);
    private long _last;
    private bool _hasReported;

    /// <summary>Time from one report after a step to the next. Default: a tenth of a second; zero for a report after every step.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public override void OnTrainingStart(TrainingRun run)
    {
        _pace = new TrainingPace(Time);
        _pace.Start(run);
        _hasReported = false;
    }

    /// <inheritdoc/>
    public override void OnEpochStart(TrainingRun run) => _pace.StartEpoch();

    /// <inheritdoc/>
    public override void OnBatchEnd(TrainingRun run)
    {
        _pace.EndStep(run);
        if (!_hasReported || Time.GetElapsedTime(_last) >= Interval)
        {
            _hasReported = true;
            _last = Time.GetTimestamp();
            Report(run, null);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        _pace.EndEpoch();
        Report(run, result);
    }

    private void Report(TrainingRun run, EpochResult? result) => progress.Report(new TrainingProgress
    {
        Epoch = run.Epoch,
        Epochs = run.Settings.Epochs,
        Step = run.Step,
        Steps = run.Steps,
        StepsDone = run.StepsDone,
        StepsInAll = run.StepsInAll,
        Loss = result?.Loss ?? run.Loss,
        Measures = result?.Measures ?? run.Measures,
        LearningRate = run.LearningRate,
        ImagesPerSecond = _pace.ImagesPerSecond,
        TimeLeft = _pace.Left(run) ?? TimeSpan.Zero,
        Result = result,
    });
}
