namespace CnnGen;

/// <summary>One training from its start, or from a checkpoint, to its end.</summary>
internal sealed class TrainingSession : IDisposable
{
    private readonly ITrainableModel _model;
    private readonly Dataset? _validation;
    private readonly TrainingSettings _settings;
    private readonly TrainingOptions _options;
    private readonly IModelTrainer _trainer;
    private readonly TrainingRun _run;
    private readonly BatchFeed _batches;
    private readonly BatchFeed? _validationBatches;
    private readonly EpochMeasurement _measurement;
    private readonly TrainingNotice _notice;
    private readonly TrainingCheckpoints? _checkpoints;
    private readonly StopWatcher _stops;
    private readonly int[] _order;

    public TrainingSession(
        ITrainableModel model, Dataset training, Dataset? validation, TrainingSettings settings, TrainingOptions options)
    {
        CheckpointFolder? folder = options.CheckpointDirectory is { } directory ? new CheckpointFolder(directory, options.Keep.Count) : null;
        CheckpointFile? checkpoint = options.Resume == Resume.Never ? null : folder?.Find(model, options.Resume == Resume.Always, options.Warn);
        _settings = settings with { Seed = settings.Seed ?? checkpoint?.Record.Seed ?? Random.Shared.Next() };
        IReadOnlyList<KeyValuePair<string, string>> fingerprint = folder is null ? [] : TrainingFingerprint.Of(model, _settings, training);
        checkpoint?.Check(fingerprint);
        (_model, _validation, _options) = (model, validation, options);
        _batches = new BatchFeed(training, DataMapping.Of(model, training, true), Batches.Largest(training.Count, settings.BatchSize), model)
        {
            ClassWeights = ClassBalance.Of(model, training),
        };
        _validationBatches = validation is null ? null : new BatchFeed(validation, DataMapping.Of(model, validation, true), settings.BatchSize, model);
        _order = Batches.InOrder(training);
        _trainer = model.CreateTrainer(settings.LearningRate);
        try
        {
            History = (options.History ?? new TrainingHistory()).Begin(checkpoint?.Record);
            _run = new TrainingRun(model, _trainer, _settings, History, training.Count, validation?.Count ?? 0)
            {
                Epoch = History.Epochs.Count + (checkpoint?.Record.Step > 0 ? 1 : 0),
                Step = checkpoint?.Record.Step ?? 0,
                IsWithinEpoch = checkpoint?.Record.Step > 0,
            };
            _notice = new TrainingNotice(_run, options);
            _measurement = new EpochMeasurement(_run, options, EvaluateValidation, ClassMeasurement.Of(model, validation, options));
            _stops = new StopWatcher(_run, options);
            _checkpoints = folder is null ? null : new TrainingCheckpoints(folder, _run, _trainer, options, _notice, fingerprint);
            checkpoint?.Restore(_run, _trainer, options.Callbacks, options.Warn);
            _measurement.Resume(checkpoint?.Record);
            _checkpoints?.Resume(checkpoint?.Record);
        }
        catch
        {
            _trainer.Dispose();
            throw;
        }
    }

    public TrainingHistory History { get; }

    public TrainingHistory Run()
    {
        try
        {
            Start();
            while (!_run.StopRequested && History.Epochs.Count < _settings.Epochs)
            {
                RunEpoch();
            }

            End();
            return History;
        }
        catch (Exception exception)
        {
            _checkpoints?.Abandon();
            _notice.Failed(exception);
            throw;
        }
    }

    public void Dispose() => _trainer.Dispose();

    private void Start()
    {
        _measurement.KeepWeights();
        if (_run.StepsDone == 0)
        {
            UntrainedLoss.Measure(_run, _batches, _options.Warn);
        }

        _notice.TrainingStart();
        if (_run.StepsDone == 0)
        {
            _checkpoints?.BeginAfresh(_measurement.LastGood);
        }

        _notice.HasBegun = true;
    }

    private void RunEpoch()
    {
        if (!_run.IsWithinEpoch)
        {
            _run.BeginEpoch(History.Epochs.Count + 1);
            _notice.EpochStart();
            if (_run.StopRequested)
            {
                return;
            }
        }

        RunSteps();
        if (_run.StopRequested)
        {
            // What was done so far can be gone on with; what follows here ends the epoch early.
            KeepWithin();
        }

        if (_run.StopReason != StopReason.Cancelled)
        {
            EndEpoch();
        }
    }

    private void RunSteps()
    {
        if (_settings.Shuffle)
        {
            Shuffle.Fill(_order, _settings.Seed!.Value, _run.Epoch);
        }

        int start = _run.Step == _run.Steps ? _order.Length : _run.Step * _settings.BatchSize;
        _run.Clock.Start();
        foreach (Batch batch in _batches.Read(_order.AsMemory(start), at => Batches.CountAt(start + at, _order.Length, _settings.BatchSize), _run.Epoch))
        {
            Step(batch);
            _stops.Look();
            if (!_run.EndsUpdate)
            {
                continue;
            }

            if (_run.StopRequested)
            {
                break;
            }

            // After the last step the epoch's end is worth more.
            if (_run.Step < _run.Steps && _checkpoints is { } checkpoints && checkpoints.IsDue(isEpochEnd: false))
            {
                KeepWithin();
            }
        }

        _run.Clock.Stop();
        _run.DataWait += _batches.Waited;
    }

    private void Step(Batch batch)
    {
        int seed = _settings.Seed!.Value;
        if (!_settings.Schedule.IsConstant)
        {
            _trainer.LearningRate = _settings.Schedule.At(_settings.LearningRate, _run.Update, _run.Updates, _settings.Epochs);
        }

        TrainingStep step = _run.NextStep(batch.Count);
        BatchResult result = _trainer.Step(batch, step, Shuffle.StepSeed(seed, _run.Epoch, _run.Step));
        _run.Step++;
        if (!double.IsFinite(result.Loss))
        {
            throw _measurement.Diverged(result.Loss);
        }

        _run.LastBatch = result;
        _run.Means.Add(result);
        _notice.BatchEnd();
    }

    private void EndEpoch()
    {
        _measurement.KeepWeights();
        if (!MeasureEpoch())
        {
            KeepWithin();
            return;
        }

        bool wasCutShort = _run.Step < _run.Steps;
        _run.EndEpoch();
        _stops.Look();
        if (!wasCutShort && _checkpoints is { } checkpoints && (checkpoints.IsDue(isEpochEnd: true) || _run.StopRequested || IsOver))
        {
            checkpoints.Write(_measurement.LastGood);
        }
    }

    // False if it was cancelled meanwhile.
    private bool MeasureEpoch()
    {
        using AveragedWeights averaged = new(_settings.Averaging is null ? null : _trainer);
        if (_measurement.Measure() is not { } result)
        {
            return false;
        }

        History.Add(result);
        _notice.EpochEnd(result);
        _measurement.WarnOfWaiting(result);
        _checkpoints?.KeepBest(result);
        return true;
    }

    private bool IsOver => History.Epochs.Count >= _settings.Epochs;

    // At the end of an update: gradients that are still to be added to are not kept.
    private void KeepWithin()
    {
        if (_checkpoints is not null && _run.Step > 0)
        {
            _measurement.KeepWeights();
            _checkpoints.Write(_measurement.LastGood);
        }
    }

    private void End()
    {
        _checkpoints?.Finish();
        History.End(_run);
        if (_settings.Averaging is not null)
        {
            _trainer.SwapAverages();
        }

        _notice.TrainingEnd();
    }

    private EvaluationResult EvaluateValidation() => Evaluation.Evaluate(_model, _validation!, _validationBatches!, _options.CancellationToken);

    // The model has the averaged weights as long as this is not disposed.
    private readonly ref struct AveragedWeights
    {
        private readonly IModelTrainer? _trainer;

        public AveragedWeights(IModelTrainer? trainer)
        {
            _trainer = trainer;
            trainer?.SwapAverages();
        }

        public void Dispose() => _trainer?.SwapAverages();
    }
}
