namespace CnnGen.Tests;

/// <summary>
/// Calls a callback as the training loop does, over made-up steps: from the beginning, or broken off at any step and resumed from a
/// checkpoint of any step before, in the midst of an epoch too.
/// </summary>
internal sealed class DrivenTraining(int epochs = 3, int steps = 5)
{
    private const int BatchSize = 8;

    private readonly SoftmaxRegression _model = new() { Metrics = Metrics.Accuracy | Metrics.MeanAbsoluteError };
    private TrainingRun? _run;

    /// <summary>Steps of all epochs.</summary>
    public int StepsInAll => epochs * steps;

    /// <summary>The training as the callback last saw it.</summary>
    public TrainingRun Last => _run!;

    /// <summary>What a step's loss is, by its number from 1.</summary>
    public Func<long, double> Loss { get; init; } = static step => 3.0 / (step + 1);

    /// <summary>Called before each step, once its epoch has begun.</summary>
    public Action BeforeStep { get; init; } = static () => { };

    /// <summary>Called after each step and what follows it.</summary>
    public Action<long> AfterStep { get; init; } = static _ => { };

    /// <summary>From the first step to the last, without a break.</summary>
    public void Whole(TrainingCallback callback)
    {
        Begin(callback, 0, null);
        Steps(callback, 0, StepsInAll);
        callback.OnTrainingEnd(_run!);
    }

    /// <summary>A training that is killed after a step, and another that goes on from a checkpoint.</summary>
    /// <param name="first">The callback of the process that is killed.</param>
    /// <param name="second">That of the next process.</param>
    /// <param name="checkpoint">Steps that are over at the checkpoint.</param>
    /// <param name="killed">Steps that are over when the process is killed.</param>
    /// <param name="meanwhile">What happens between the two.</param>
    public void Broken(TrainingCallback first, TrainingCallback second, int checkpoint, int killed, Action? meanwhile = null)
    {
        Begin(first, 0, null);
        Steps(first, 0, checkpoint);
        byte[] state = State(first);
        Steps(first, checkpoint, killed);
        meanwhile?.Invoke();
        Resume(second, checkpoint, state);
    }

    /// <summary>Goes on from a checkpoint to the end.</summary>
    public void Resume(TrainingCallback callback, int checkpoint, byte[]? state)
    {
        Begin(callback, checkpoint, state);
        Steps(callback, checkpoint, StepsInAll);
        callback.OnTrainingEnd(_run!);
    }

    /// <summary>The first steps of a training, and the callback's state after them.</summary>
    public byte[] Until(TrainingCallback callback, int checkpoint)
    {
        Begin(callback, 0, null);
        Steps(callback, 0, checkpoint);
        return State(callback);
    }

    private static byte[] State(TrainingCallback callback)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        callback.SaveState(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private void Begin(TrainingCallback callback, int done, byte[]? state)
    {
        TrainingSettings settings = _model.Settings with { Epochs = epochs, BatchSize = BatchSize };
        var history = new TrainingHistory(Enumerable.Range(1, done / steps).Select(Result));
        _run = new TrainingRun(_model, _model.CreateTrainer(0.5), settings, history, steps * BatchSize, 10)
        {
            Epoch = (done / steps) + (done % steps > 0 ? 1 : 0),
            Step = done % steps,
            IsWithinEpoch = done % steps > 0,
        };
        for (int step = done - (done % steps) + 1; step <= done; step++)
        {
            _run.Means.Add(Batch(step));
        }

        if (state is not null)
        {
            callback.LoadState(new BinaryReader(new MemoryStream(state)));
        }

        callback.OnTrainingStart(_run);
    }

    private void Steps(TrainingCallback callback, int from, int to)
    {
        for (int step = from + 1; step <= to; step++)
        {
            if ((step - 1) % steps == 0)
            {
                _run!.BeginEpoch(((step - 1) / steps) + 1);
                callback.OnEpochStart(_run);
            }

            BeforeStep();
            _run!.Step++;
            _run.LastBatch = Batch(step);
            _run.Means.Add(_run.LastBatch);
            _run.LearningRate = 0.5 / step;
            callback.OnBatchEnd(_run);
            if (step % steps == 0)
            {
                _run.History.Add(Result(step / steps));
                callback.OnEpochEnd(_run, _run.History.Last!);
                _run.EndEpoch();
            }

            AfterStep(step);
        }
    }

    private BatchResult Batch(long step) =>
        new() { Count = BatchSize, Loss = Loss(step), Sums = new[] { Math.Min(step / 2.0, BatchSize), 1.0 / step } };

    private EpochResult Result(int epoch)
    {
        var means = new RunningMeasures(_model.Measures);
        for (int step = ((epoch - 1) * steps) + 1; step <= epoch * steps; step++)
        {
            means.Add(Batch(step));
        }

        return new EpochResult
        {
            Epoch = epoch,
            Loss = means.Loss,
            Measures = means.Values,
            Validation = new EvaluationResult { Count = 10, Loss = 2.0 / epoch, Accuracy = 1 - (0.5 / epoch), MeanAbsoluteError = 0.1 / epoch },
            LearningRate = 0.5 / (epoch * steps),
            Seconds = 1.5,
            ImagesPerSecond = 1000.25,
        };
    }
}
