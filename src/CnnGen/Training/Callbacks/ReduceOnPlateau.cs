namespace CnnGen;

/// <summary>
/// Lowers the learning rate when a measure has not become better for some epochs. Keras: <c>ReduceLROnPlateau</c>. It is for a constant schedule:
/// another one sets the rate of each step itself.
/// </summary>
public sealed class ReduceOnPlateau : TrainingCallback, IMeasureWatcher
{
    private WatchedMeasure? _watched;
    private (int Epoch, double Value) _best;
    private int _since;
    private int _pausedUntil;
    private bool _wasLoaded;

    /// <summary>What is watched. Default: the validation loss.</summary>
    public EpochMeasure Measure { get; init; } = EpochMeasure.ValidationLoss;

    /// <summary>What the rate is multiplied by, above 0 and below 1. Default 0.1.</summary>
    public double Factor { get; init; } = 0.1;

    /// <summary>Epochs without progress after which the rate is lowered. Default 10.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>By how much an epoch must be better than the best so far to count. Default 1e-4.</summary>
    public double MinDelta { get; init; } = 1e-4;

    /// <summary>Epochs after a lowering that are not looked at. Default 0.</summary>
    public int Cooldown { get; init; }

    /// <summary>The lowest rate. Default 0.</summary>
    public double MinLearningRate { get; init; }

    /// <summary>Whether more of what is watched is better. Default: as the measure says.</summary>
    public bool? HigherIsBetter { get; init; }

    EpochMeasure IMeasureWatcher.Measure => Measure;

    /// <inheritdoc/>
    public override void OnTrainingStart(TrainingRun run)
    {
        if (!run.Settings.Schedule.IsConstant)
        {
            throw new CnnGenException(
                $"ReduceOnPlateau lowers the learning rate, but the schedule {run.Settings.Schedule} sets it at each step: use one of the two.");
        }

        if (Factor is not (> 0 and < 1))
        {
            throw new CnnGenException(FormattableString.Invariant($"The factor of ReduceOnPlateau is {Factor}; it must be above 0 and below 1."));
        }

        _watched = new WatchedMeasure("ReduceOnPlateau", Measure, HigherIsBetter, run, MinDelta);
        if (!_wasLoaded || run.StepsDone == 0)
        {
            (_best, _since, _pausedUntil) = ((0, 0), run.History.Epochs.Count, 0);
        }

        _wasLoaded = false;
        _watched.Resume(_best.Epoch, _best.Value);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        if (_watched!.IsBetter(result) || result.Epoch <= _pausedUntil)
        {
            _since = result.Epoch;
        }
        else if (result.Epoch - _since >= Patience)
        {
            run.LearningRate = Math.Max(run.LearningRate * Factor, MinLearningRate);
            (_since, _pausedUntil) = (result.Epoch, result.Epoch + Cooldown);
        }
    }

    /// <inheritdoc/>
    public override void SaveState(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_watched?.BestEpoch ?? 0);
        writer.Write(_watched?.Best ?? 0);
        writer.Write(_since);
        writer.Write(_pausedUntil);
    }

    /// <inheritdoc/>
    public override void LoadState(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _best = (reader.ReadInt32(), reader.ReadDouble());
        _since = reader.ReadInt32();
        _pausedUntil = reader.ReadInt32();
        _wasLoaded = true;
    }
}
