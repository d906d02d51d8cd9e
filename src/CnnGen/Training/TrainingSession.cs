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
    private readonly int[] _order;
    private readonly int _seed;
    private IReadOnlyList<Weight> _lastGood = [];

    public TrainingSession(
        ITrainableModel model, Dataset training, Dataset? validation, TrainingSettings settings, TrainingOptions options)
    {
        CheckpointFile? checkpoint = options.Resume ? CheckpointFile.Read(options.CheckpointDirectory!, model, training, settings) : null;
        _seed = settings.Seed ?? checkpoint?.Seed ?? Random.Shared.Next();
        _model = model;
        _validation = validation;
        _settings = settings with { Seed = _seed };
        _options = options;
        _batches = new BatchFeed(training, DataMapping.Of(model, training, true), Batches.Largest(training.Count, settings.BatchSize), model);
        _validationBatches = validation is null ? null : new BatchFeed(validation, DataMapping.Of(model, validation, true), settings.BatchSize, model);
        _order = Batches.InOrder(training);
        _trainer = model.CreateTrainer(settings.LearningRate);
        try
        {
            var history = new TrainingHistory(checkpoint?.Epochs ?? []);
            _run = new TrainingRun(model, _trainer, _settings, history, training.Count, validation?.Count ?? 0)
            {
                Epoch = history.Epochs.Count,
            };
            checkpoint?.Restore(model, _trainer, options.Callbacks);
        }
        catch
        {
            _trainer.Dispose();
            throw;
        }
    }

    public TrainingHistory Run()
    {
        _lastGood = _model.GetWeights();
        Notify(static (callback, run) => callback.OnTrainingStart(run));
        if (_run.History.Last is null)
        {
            SaveCheckpoint();
        }

        while (!_run.StopRequested && _run.History.Epochs.Count < _settings.Epochs)
        {
            RunEpoch(_run.History.Epochs.Count + 1);
        }

        (_run.History.StopReason, _run.History.StopMessage) = _run.StopRequested ? (_run.StopReason, _run.StopMessage) : (StopReason.Completed, null);
        Notify(static (callback, run) => callback.OnTrainingEnd(run));
        return _run.History;
    }

    public void Dispose() => _trainer.Dispose();

    private void RunEpoch(int epoch)
    {
        BeginEpoch(epoch);
        Notify(static (callback, run) => callback.OnEpochStart(run));
        if (_run.StopRequested)
        {
            return;
        }

        _run.Clock.Restart();
        foreach (Batch batch in _batches.Read(_order, start => Batches.CountAt(start, _order.Length, _settings.BatchSize), epoch))
        {
            Step(batch);
            if (_run.StopRequested)
            {
                break;
            }
        }

        _run.Clock.Stop();
        KeepWeights();
        EpochResult result = Measure();
        _run.History.Add(result);
        foreach (TrainingCallback callback in _options.Callbacks)
        {
            callback.OnEpochEnd(_run, result);
        }

        SaveCheckpoint();
    }

    private void BeginEpoch(int epoch)
    {
        _run.Epoch = epoch;
        _run.Step = 0;
        _run.Means.Clear();
        if (_settings.Shuffle)
        {
            Shuffle.Fill(_order, _seed, epoch);
        }

        _trainer.Seed(Shuffle.EpochSeed(_seed, epoch));
    }

    private void Step(Batch batch)
    {
        _options.CancellationToken.ThrowIfCancellationRequested();
        BatchResult result = _trainer.Step(batch);
        _run.Step++;
        if (!double.IsFinite(result.Loss))
        {
            throw Diverged(result.Loss);
        }

        _run.LastBatch = result;
        _run.Means.Add(result);
        Notify(static (callback, run) => callback.OnBatchEnd(run));
    }

    // The last step of an epoch can spoil the weights after a finite loss; such weights are not worth keeping.
    private void KeepWeights()
    {
        IReadOnlyList<Weight> weights = _model.GetWeights();
        if (!weights.All(static weight => weight.Values is not float[] values || IsFinite(values)))
        {
            throw Diverged(_run.LastBatch.Loss);
        }

        _lastGood = weights;
    }

    private static bool IsFinite(float[] values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    private DivergedException Diverged(double loss)
    {
        double learningRate = _trainer.LearningRate;
        _model.SetWeights(_lastGood);
        return new DivergedException(_run.Epoch, _run.Step, _run.Steps, loss, learningRate, _run.History);
    }

    private EpochResult Measure()
    {
        double seconds = _run.Elapsed.TotalSeconds;
        EvaluationResult? validation = _validation is null
            ? null
            : Evaluation.Evaluate(_model, _validation, _validationBatches!, _options.CancellationToken);
        return new EpochResult
        {
            Epoch = _run.Epoch,
            Loss = _run.Loss,
            Measures = _run.Measures,
            Validation = validation,
            LearningRate = _trainer.LearningRate,
            Seconds = seconds,
            ImagesPerSecond = _run.ImagesDone / Math.Max(seconds, 1e-9),
        };
    }

    private void SaveCheckpoint()
    {
        if (_options.CheckpointDirectory is { } directory)
        {
            CheckpointFile.Write(directory, _run, _lastGood, _trainer, _options.Callbacks);
        }
    }

    private void Notify(Action<TrainingCallback, TrainingRun> notice)
    {
        for (int i = 0; i < _options.Callbacks.Count; i++)
        {
            notice(_options.Callbacks[i], _run);
        }
    }
}
