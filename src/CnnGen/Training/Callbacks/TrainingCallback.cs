namespace CnnGen;

/// <summary>
/// Watches a training and can end it: override what is of interest. Weights may be replaced in <see cref="OnTrainingEnd"/>,
/// not before: a checkpoint holds those of a step.
/// </summary>
public abstract class TrainingCallback
{
    /// <summary>Whether it takes part where a training is only tried out (<see cref="TrainingOptions.DryRun"/>). What writes files should not. Default: yes.</summary>
    public virtual bool RunsInTrials => true;

    /// <summary>The file or folder that it writes, by which a resumed training tells two logs apart; <see langword="null"/> for none.</summary>
    internal virtual string? WrittenTo => null;

    /// <summary>Before the first epoch, after a checkpoint has been read.</summary>
    public virtual void OnTrainingStart(TrainingRun run)
    {
    }

    /// <summary>Before the first step of an epoch; not where a training goes on within one.</summary>
    public virtual void OnEpochStart(TrainingRun run)
    {
    }

    /// <summary>After each step; <see cref="TrainingRun.Loss"/> and its like are the means of the epoch so far.</summary>
    public virtual void OnBatchEnd(TrainingRun run)
    {
    }

    /// <summary>After each epoch and its validation.</summary>
    public virtual void OnEpochEnd(TrainingRun run, EpochResult result)
    {
    }

    /// <summary>After the last epoch, or after a stop; not after an exception.</summary>
    public virtual void OnTrainingEnd(TrainingRun run)
    {
    }

    /// <summary>After an exception that ends the training, its own included: to close what is open. What it throws is passed over.</summary>
    public virtual void OnTrainingFailed(TrainingRun run, Exception exception)
    {
    }

    /// <summary>
    /// Writes what this callback must know to go on from a checkpoint as if there had been no break: after a step's <see cref="OnBatchEnd"/>, or
    /// after an epoch's <see cref="OnEpochEnd"/>.
    /// </summary>
    public virtual void SaveState(BinaryWriter writer)
    {
    }

    /// <summary>
    /// Reads what <see cref="SaveState"/> wrote; called before <see cref="OnTrainingStart"/>. Of several callbacks of one type the first takes over what the first
    /// wrote, whatever stands between them; one that was not there before is not called.
    /// </summary>
    public virtual void LoadState(BinaryReader reader)
    {
    }
}
