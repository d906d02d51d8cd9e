namespace CnnGen;

/// <summary>Trainings that only find out whether all is right; they leave the model as it was.</summary>
internal static class Trial
{
    private const int DrySteps = 2;
    private const string DryFolder = "dry-run";
    private const double LearntByHeart = 0.01;
    private const int MostRounds = 1000;

    /// <summary>Two steps of everything.</summary>
    public static TrainingHistory DryRun(
        ITrainableModel model, Dataset training, Dataset? validation, TrainingSettings settings, TrainingOptions options)
    {
        string? folder = options.CheckpointDirectory is { } directory ? Path.Combine(directory, DryFolder) : null;
        try
        {
            return Try(model, settings, () => TrainingLoop.Run(
                model,
                training.Take(DrySteps * settings.BatchSize),
                validation?.Take(DrySteps * settings.BatchSize),
                settings with { Epochs = 1 },
                options with { CheckpointDirectory = folder, Resume = Resume.Never, Callbacks = Taking(options), WriteFailure = WriteFailure.Stop }));
        }
        finally
        {
            if (folder is not null && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>A few batches, until the network knows them by heart.</summary>
    /// <exception cref="CnnGenException">It does not get there.</exception>
    public static TrainingHistory Overfit(ITrainableModel model, Dataset training, TrainingSettings settings, TrainingOptions options)
    {
        int images = (int)Math.Min((long)options.OverfitBatches * settings.BatchSize, training.Count);
        TrainingHistory history = Try(model, settings, () => TrainingLoop.Run(
            model,
            training.Take(images),
            null,
            settings with { Epochs = MostRounds, Shuffle = false, Schedule = LearningRateSchedule.Constant(), Averaging = null },
            options with
            {
                CheckpointDirectory = null,
                Keep = Checkpoints.Last(1),
                Resume = Resume.Never,
                Callbacks = [.. Taking(options).Where(static callback => callback is not IMeasureWatcher), new StopAtLoss(LearntByHeart)],
            }));
        double loss = history.Last?.Loss ?? double.NaN;
        return history.StopReason != StopReason.Completed
            ? history
            : throw new CnnGenException(FormattableString.Invariant(
                $"{model.Architecture.Name} does not learn {images} examples by heart: after {history.Epochs.Count} rounds the loss is {loss:G3}, not below {LearntByHeart}. Look for labels that contradict each other, a learning rate that is too high or too low ({settings.LearningRate}), dropout, or too small a network."));
    }

    private static TrainingHistory Try(ITrainableModel model, TrainingSettings settings, Func<TrainingHistory> train)
    {
        IReadOnlyList<Weight> weights = model.GetWeights();
        using IModelTrainer trainer = model.CreateTrainer(settings.LearningRate);
        byte[] chance = trainer.RandomState;
        try
        {
            TrainingHistory history = train();
            if (history.StopReason == StopReason.Completed && history.Epochs.Count == 1)
            {
                (history.StopReason, history.StopMessage) = (StopReason.Trial, "it was only tried out");
            }

            return history;
        }
        finally
        {
            model.SetWeights(weights);
            trainer.RestoreRandomState(chance);
        }
    }

    private static IReadOnlyList<TrainingCallback> Taking(TrainingOptions options) => [.. options.Callbacks.Where(static callback => callback.RunsInTrials)];

    /// <summary>Ends a training that has learnt its examples.</summary>
    private sealed class StopAtLoss(double loss) : TrainingCallback
    {
        public override void OnEpochEnd(TrainingRun run, EpochResult result)
        {
            if (result.Loss < loss)
            {
                run.Stop(StopReason.Trial, FormattableString.Invariant($"the examples are learnt by heart in round {result.Epoch}"));
            }
        }
    }
}
