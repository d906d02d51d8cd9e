namespace CnnGen;

/// <summary>What a checkpoint says beside its tensors.</summary>
internal sealed record CheckpointRecord
{
    /// <summary>The training's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The optimizer's step size at that moment, which a callback may have changed.</summary>
    public required double CurrentLearningRate { get; init; }

    /// <summary>Training images of an epoch.</summary>
    public required int Images { get; init; }

    public required int BatchSize { get; init; }

    /// <summary>The step size that the training began with.</summary>
    public required double LearningRate { get; init; }

    public required bool Shuffle { get; init; }

    public required string Optimizer { get; init; }

    public required string Loss { get; init; }

    /// <summary>The types of the callbacks whose states the file holds.</summary>
    public required IReadOnlyList<string> Callbacks { get; init; }

    public required IReadOnlyList<EpochResult> Epochs { get; init; }

    /// <summary>The first setting that differs from those of a training that wants to go on; <see langword="null"/> if none does.</summary>
    public string? Difference(ITrainableModel model, TrainingSettings settings, int images) =>
        Different("the optimizer was", Optimizer, settings.Optimizer.ToString())
        ?? Different("the loss was", Loss, LossOf(model))
        ?? Different("the batch size was", BatchSize, settings.BatchSize)
        ?? Different("the learning rate was", LearningRate, settings.LearningRate)
        ?? Different("shuffling was", Shuffle, settings.Shuffle)
        ?? Different("the seed was", Seed, settings.Seed ?? Seed)
        ?? Different("the number of training images was", Images, images);

    /// <summary>The losses of all outputs.</summary>
    public static string LossOf(ITrainableModel model) => string.Join(", ", model.Targets.Select(static target => target.LossName));

    /// <summary>What no training writes; <see langword="null"/> if there is nothing.</summary>
    public string? Mistake()
    {
        if (!double.IsFinite(CurrentLearningRate) || CurrentLearningRate < 0)
        {
            return FormattableString.Invariant($"the learning rate is {CurrentLearningRate}");
        }

        int place = Epochs.TakeWhile(static (epoch, index) => epoch.Epoch == index + 1).Count();
        return place == Epochs.Count ? null : FormattableString.Invariant($"epoch {Epochs[place].Epoch} is in the place of epoch {place + 1}");
    }

    private static string? Different<T>(string what, T then, T now) where T : IEquatable<T> =>
        then.Equals(now) ? null : FormattableString.Invariant($"{what} {then}, now it is {now}");
}
