using System.Diagnostics;

namespace CnnGen;

/// <summary>The checkpoints of a training under way: when, of what, and what becomes of it if one cannot be written.</summary>
internal sealed class TrainingCheckpoints
{
    private readonly CheckpointFolder _folder;
    private readonly CheckpointWriter _writer;
    private readonly TrainingRun _run;
    private readonly IModelTrainer _trainer;
    private readonly TrainingOptions _options;
    private readonly TrainingNotice _notice;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _fingerprint;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _origin;
    private readonly IReadOnlyList<string> _callbacks;
    private readonly IReadOnlyList<string?> _callbackFiles;
    private readonly WatchedMeasure? _best;

    public TrainingCheckpoints(
        CheckpointFolder folder, TrainingRun run, IModelTrainer trainer, TrainingOptions options, TrainingNotice notice,
        IReadOnlyList<KeyValuePair<string, string>> fingerprint)
    {
        (_folder, _run, _trainer, _options, _notice, _fingerprint) = (folder, run, trainer, options, notice, fingerprint);
        _origin = TrainingOrigin.Of(run.Model);
        _callbacks = [.. options.Callbacks.Select(CallbackStates.TypeName)];
        _callbackFiles = [.. options.Callbacks.Select(static callback => callback.WrittenTo)];
        _writer = new CheckpointWriter(folder, options.CheckpointEvery);
        _best = options.Keep.Measure is { } measure ? new WatchedMeasure("The best checkpoint", measure, options.Keep.HigherIsBetter, run) : null;
    }

    /// <summary>Whether it is time for one.</summary>
    public bool IsDue(bool isEpochEnd)
    {
        bool isDue = _run.CheckpointRequested || _writer.IsDue(_run.StepsDone, isEpochEnd);
        _run.CheckpointRequested = false;
        return isDue;
    }

    /// <summary>Goes on counting where a checkpoint ended.</summary>
    public void Resume(CheckpointRecord? record)
    {
        _writer.BeginAt(_run.StepsDone);
        if (_best is not null && record is { BestEpoch: > 0 })
        {
            _best.Resume(record.BestEpoch, record.Epochs[record.BestEpoch - 1][_best.Measure.Name]);
        }
    }

    /// <summary>Takes the place of an earlier training's checkpoints, before the first step.</summary>
    public void BeginAfresh(IReadOnlyList<Weight> weights)
    {
        _folder.BeginAfresh();
        Write(weights);
        Finish();
    }

    /// <summary>Begins to write the state of this moment.</summary>
    /// <param name="weights">The weights of this moment.</param>
    public void Write(IReadOnlyList<Weight> weights) => Try(() => _writer.Begin(() => new CheckpointState(_run, Record(), weights, _trainer, _options.Callbacks)));

    /// <summary>Waits until everything is on disk.</summary>
    public void Finish() => Try(_writer.Finish);

    /// <summary>Waits for what is being written, where something else has failed and is to be reported.</summary>
    public void Abandon()
    {
        try
        {
            _writer.Finish();
        }
        catch (FileWriteException)
        {
            // What was written before stays.
        }
    }

    /// <summary>Keeps the weights that the model has now, if the epoch is the best so far.</summary>
    public void KeepBest(EpochResult result)
    {
        if (_best is not null && _best.IsBetter(result))
        {
            var metadata = new Dictionary<string, string>
            {
                ["epoch"] = result.Epoch.ToString(System.Globalization.CultureInfo.InvariantCulture),
                [_best.Measure.Name] = result[_best.Measure.Name].ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            };
            foreach ((string name, string value) in _origin)
            {
                metadata[name] = value;
            }

            Try(() => WeightFile.Save(_run.Model, _folder.Best, metadata));
        }
    }

    private CheckpointRecord Record() => new()
    {
        Settings = _fingerprint,
        Origin = _origin,
        Seed = _run.Settings.Seed!.Value,
        CurrentLearningRate = _trainer.LearningRate,
        Step = _run.IsWithinEpoch ? _run.Step : 0,
        StepsDone = _run.StepsDone,
        Seconds = _run.IsWithinEpoch ? _run.Elapsed.TotalSeconds : 0,
        DataWaitSeconds = _run.IsWithinEpoch ? _run.DataWait.TotalSeconds : 0,
        Sums = _run.IsWithinEpoch ? _run.Means.ToSums() : new RunningSums(0, 0, new double[_run.Means.Length], []),
        UntrainedLoss = _run.History.UntrainedLoss,
        BestEpoch = _best?.BestEpoch ?? 0,
        Callbacks = _callbacks,
        CallbackFiles = _callbackFiles,
        Epochs = [.. _run.History.Epochs],
    };

    private void Try(Action write)
    {
        long began = Stopwatch.GetTimestamp();
        try
        {
            write();
        }
        catch (FileWriteException exception) when (_notice.GoesOn(exception))
        {
            // It was said, and the next one is tried again.
        }
        finally
        {
            _run.History.CheckpointSeconds += Stopwatch.GetElapsedTime(began).TotalSeconds;
            _run.History.CheckpointWriteSeconds = _writer.Written.TotalSeconds;
        }
    }
}
