namespace CnnGen;

/// <summary>A training under way, as callbacks see it. One object serves the whole training.</summary>
public sealed class TrainingRun
{
    private readonly IModelTrainer _trainer;

    internal TrainingRun(
        ITrainableModel model, IModelTrainer trainer, TrainingSettings settings, TrainingHistory history, int images, int validationImages)
    {
        _trainer = trainer;
        Model = model;
        Settings = settings;
        History = history;
        Images = images;
        ValidationImages = validationImages;
        Steps = Batches.Number(images, settings.BatchSize);
        Means = new RunningMeasures(model.Measures);
    }

    /// <summary>The model that is trained.</summary>
    public ITrainableModel Model { get; }

    /// <summary>The settings in force: the model's own, with what the options replace. The seed is always set.</summary>
    public TrainingSettings Settings { get; }

    /// <summary>The epochs that are over.</summary>
    public TrainingHistory History { get; }

    /// <summary>Training images of an epoch.</summary>
    public int Images { get; }

    /// <summary>Images that are measured on after each epoch; zero without validation.</summary>
    public int ValidationImages { get; }

    /// <summary>Steps of an epoch.</summary>
    public int Steps { get; }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; internal set; }

    /// <summary>The step within the epoch, from 1; zero before the first.</summary>
    public int Step { get; internal set; }

    /// <summary>Images of this epoch so far.</summary>
    public int ImagesDone => Means.Count;

    /// <summary>What the last step gave.</summary>
    public BatchResult LastBatch { get; internal set; }

    /// <summary>Mean loss of this epoch so far.</summary>
    public double Loss => Means.Loss;

    /// <summary>What is measured beside the loss over this epoch so far, by name; nothing before its first step.</summary>
    public MeasureValues Measures => Means.Values;

    /// <summary>Accuracy of this epoch so far; <see langword="null"/> if not asked for.</summary>
    public double? Accuracy => Measures.Find(MeasureNames.Accuracy);

    /// <summary>Top-5 accuracy of this epoch so far; <see langword="null"/> if not asked for.</summary>
    public double? Top5Accuracy => Measures.Find(MeasureNames.Top5Accuracy);

    /// <summary>Mean absolute error of this epoch so far; <see langword="null"/> if not asked for.</summary>
    public double? MeanAbsoluteError => Measures.Find(MeasureNames.MeanAbsoluteError);

    /// <summary>Time of training in this epoch so far, that before a resumed checkpoint included.</summary>
    public TimeSpan Elapsed => SecondsBefore + Clock.Elapsed;

    /// <summary>The optimizer's step size; a callback may change it.</summary>
    public double LearningRate
    {
        get => _trainer.LearningRate;
        set => _trainer.LearningRate = value;
    }

    /// <summary>The steps of this training that are over, those of earlier epochs and of before a resumed checkpoint included.</summary>
    public long StepsDone => IsWithinEpoch ? ((long)(Epoch - 1) * Steps) + Step : (long)History.Epochs.Count * Steps;

    /// <summary>
    /// Updates of the weights in an epoch: as many as steps, or fewer where several steps are one (<see cref="TrainingSettings.AccumulateSteps"/>). The last
    /// one of an epoch takes the steps that are left.
    /// </summary>
    internal int Updates => ((Steps - 1) / Settings.AccumulateSteps) + 1;

    /// <summary>The update that the next step belongs to, from 0, counted over all epochs.</summary>
    internal long Update => ((long)(Epoch - 1) * Updates) + (Step / Settings.AccumulateSteps);

    /// <summary>Steps of all epochs.</summary>
    public long StepsInAll => (long)Settings.Epochs * Steps;

    /// <summary>Whether training ends after this step.</summary>
    public bool StopRequested => StopReason != StopReason.None;

    /// <summary>Whether a callback has asked for a checkpoint.</summary>
    internal bool CheckpointRequested { get; set; }

    internal StopReason StopReason { get; private set; }

    internal string? StopMessage { get; private set; }

    /// <summary>Whether an epoch has begun that is not yet measured.</summary>
    internal bool IsWithinEpoch { get; set; }

    /// <summary>Whether the last step changed the weights: those before it may only have added up gradients.</summary>
    internal bool EndsUpdate { get; private set; }

    /// <summary>Time of this epoch before a resumed checkpoint.</summary>
    internal TimeSpan SecondsBefore { get; set; }

    /// <summary>Time that this epoch has waited for data.</summary>
    internal TimeSpan DataWait { get; set; }

    internal RunningMeasures Means { get; }

    internal System.Diagnostics.Stopwatch Clock { get; } = new();

    /// <summary>Ends training after this step. An epoch that is cut short still counts as one.</summary>
    /// <param name="reason">What <see cref="TrainingHistory.StopMessage"/> will say.</param>
    public void Stop(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        Stop(StopReason.Callback, reason);
    }

    /// <summary>Asks for a checkpoint after this step; nothing happens without <see cref="TrainingOptions.CheckpointDirectory"/>.</summary>
    public void RequestCheckpoint() => CheckpointRequested = true;

    internal void BeginEpoch(int epoch)
    {
        (Epoch, Step, IsWithinEpoch) = (epoch, 0, true);
        (SecondsBefore, DataWait) = (TimeSpan.Zero, TimeSpan.Zero);
        Means.Clear();
        Clock.Reset();
    }

    internal void EndEpoch() => IsWithinEpoch = false;

    /// <summary>What the next step is of the update that it belongs to.</summary>
    /// <param name="count">The examples of its batch.</param>
    internal TrainingStep NextStep(int count)
    {
        int group = Settings.AccumulateSteps;
        int first = Step - (Step % group);
        int last = Math.Min(first + group, Steps);
        long firstImage = (long)first * Settings.BatchSize;
        long images = (last == Steps ? Images : (long)last * Settings.BatchSize) - firstImage;
        EndsUpdate = Step + 1 == last;
        return new TrainingStep
        {
            Share = (double)count / images,
            IsFirst = Step == first,
            IsLast = EndsUpdate,
            ClipNorm = Settings.ClipNorm,
            AveragingShare = EndsUpdate && Settings.Averaging is { } averaging ? averaging.ShareAt(Update) : 0,
        };
    }

    // The first reason counts.
    internal void Stop(StopReason reason, string message)
    {
        if (!StopRequested)
        {
            (StopReason, StopMessage) = (reason, message);
        }
    }
}
