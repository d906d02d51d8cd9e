namespace CnnGen;

/// <summary>What an epoch gave, and whether its weights are still numbers.</summary>
/// <param name="run">The training.</param>
/// <param name="options">Who is told of what is hardly meant.</param>
/// <param name="evaluate">Measures on the validation images.</param>
/// <param name="classes">Measures of single classes; <see langword="null"/> if none is watched.</param>
internal sealed class EpochMeasurement(TrainingRun run, TrainingOptions options, Func<EvaluationResult> evaluate, ClassMeasurement? classes)
{
    // Waiting for data that takes less of the time, or less than a second, is not worth a word.
    private const double NotableWait = 0.1;

    // Where the last good weights are from: an epoch's end, or a checkpoint within it.
    private (int Epoch, int Step) _goodAt;
    private TimeSpan _secondsBefore;
    private bool _hasWarned;

    /// <summary>The last weights that were all finite.</summary>
    public IReadOnlyList<Weight> LastGood { get; private set; } = [];

    /// <summary>Goes on with the times of the epoch under way.</summary>
    public void Resume(CheckpointRecord? record)
    {
        _secondsBefore = TimeSpan.FromSeconds(record?.Seconds ?? 0);
        run.DataWait = TimeSpan.FromSeconds(record?.DataWaitSeconds ?? 0);
        run.SecondsBefore = _secondsBefore;
    }

    /// <summary>Copies the weights. The last step can have spoilt them after a finite loss; such weights are not worth keeping.</summary>
    /// <exception cref="DivergedException">They are no longer finite.</exception>
    public void KeepWeights()
    {
        IReadOnlyList<Weight> weights = run.Model.GetWeights();
        if (run.StepsDone > 0 && !weights.All(static weight => weight.IsFinite))
        {
            throw Diverged(run.LastBatch.Loss);
        }

        LastGood = weights;
        _goodAt = run.IsWithinEpoch ? (run.Epoch, run.Step) : (run.History.Epochs.Count, run.Steps);
    }

    /// <summary>Gives the model the last good weights back, and says what happened.</summary>
    public DivergedException Diverged(double loss)
    {
        double learningRate = run.LearningRate;
        run.Model.SetWeights(LastGood);
        return new DivergedException(run, loss, learningRate, _goodAt);
    }

    /// <summary>What the epoch gave; <see langword="null"/> if it was cancelled while it was measured.</summary>
    public EpochResult? Measure()
    {
        EvaluationResult? validation = null;
        if (run.ValidationImages > 0)
        {
            try
            {
                validation = evaluate();
                validation = classes?.AddTo(validation) ?? validation;
            }
            catch (OperationCanceledException) when (options.CancellationToken.IsCancellationRequested)
            {
                run.Stop(StopReason.Cancelled, "it was cancelled");
                return null;
            }
        }

        double seconds = run.Elapsed.TotalSeconds;
        return new EpochResult
        {
            Epoch = run.Epoch,
            Loss = run.Loss,
            Measures = run.Measures,
            Validation = validation,
            LearningRate = run.LearningRate,
            Seconds = seconds,
            ImagesPerSecond = run.ImagesDone / Math.Max(seconds, 1e-9),
            DataWaitSeconds = run.DataWait.TotalSeconds,
        };
    }

    /// <summary>Says once that much of the time went by with waiting for data.</summary>
    public void WarnOfWaiting(EpochResult result)
    {
        double share = result.DataWaitSeconds / Math.Max(result.Seconds, 1e-9);
        if (share > NotableWait && result.DataWaitSeconds > 1 && !_hasWarned)
        {
            _hasWarned = true;
            options.Warn(FormattableString.Invariant(
                $"{share * 100:F0} % of epoch {result.Epoch} was waiting for data: reading an example takes longer than training on it. Keep the examples in memory, make them smaller beforehand, or augment less."));
        }
    }
}
