namespace CnnGen;

/// <summary>Tells the callbacks how a training goes, and decides what becomes of it when a file cannot be written.</summary>
internal sealed class TrainingNotice(TrainingRun run, TrainingOptions options)
{
    private readonly HashSet<string> _told = [];

    /// <summary>Whether training is under way: what cannot be written at its very beginning always ends it.</summary>
    public bool HasBegun { get; set; }

    public void TrainingStart() => Tell(static (callback, run) => callback.OnTrainingStart(run));

    public void EpochStart() => Tell(static (callback, run) => callback.OnEpochStart(run));

    public void BatchEnd() => Tell(static (callback, run) => callback.OnBatchEnd(run));

    public void TrainingEnd() => Tell(static (callback, run) => callback.OnTrainingEnd(run));

    public void EpochEnd(EpochResult result) => Tell((callback, run) => callback.OnEpochEnd(run, result));

    /// <summary>Says that an exception ends the training; what callbacks throw at that is passed over, since the first error is the one to report.</summary>
    public void Failed(Exception exception)
    {
        foreach (TrainingCallback callback in options.Callbacks)
        {
            try
            {
                callback.OnTrainingFailed(run, exception);
            }
            catch (Exception other) when (other is not OutOfMemoryException)
            {
                // The first error counts.
            }
        }
    }

    /// <summary>
    /// Whether training goes on although a file could not be written; said once for each file, since the next attempt may fail in
    /// another place, and in other words.
    /// </summary>
    public bool GoesOn(FileWriteException exception)
    {
        if (options.WriteFailure == WriteFailure.Stop || !HasBegun)
        {
            return false;
        }

        if (_told.Add(exception.Path))
        {
            options.Warn($"{exception.Message.TrimEnd('.')}. Training goes on.");
        }

        return true;
    }

    private void Tell(Action<TrainingCallback, TrainingRun> notice)
    {
        for (int i = 0; i < options.Callbacks.Count; i++)
        {
            try
            {
                notice(options.Callbacks[i], run);
            }
            catch (FileWriteException exception) when (GoesOn(exception))
            {
                // It was said.
            }
        }
    }
}
