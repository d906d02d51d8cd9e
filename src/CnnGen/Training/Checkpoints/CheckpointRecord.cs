namespace CnnGen;

/// <summary>What a checkpoint says beside its tensors.</summary>
internal sealed record CheckpointRecord
{
    /// <summary>What must be the same to go on, by name.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }

    /// <summary>What it was made with, for whoever looks at it later.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Origin { get; init; }

    /// <summary>The training's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The optimizer's step size at that moment.</summary>
    public required double CurrentLearningRate { get; init; }

    /// <summary>Steps of the epoch under way that are over; zero between two epochs.</summary>
    public required int Step { get; init; }

    /// <summary>Steps over all epochs that are over.</summary>
    public required long StepsDone { get; init; }

    /// <summary>Seconds of training in the epoch under way.</summary>
    public required double Seconds { get; init; }

    /// <summary>Seconds of waiting for data in the epoch under way.</summary>
    public required double DataWaitSeconds { get; init; }

    /// <summary>Loss and measures of the epoch under way.</summary>
    public required RunningSums Sums { get; init; }

    /// <summary>The loss before the first step; <see langword="null"/> if it was not measured.</summary>
    public required double? UntrainedLoss { get; init; }

    /// <summary>The epoch whose weights are kept as the best; zero if there are none.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>The types of the callbacks whose states the file holds.</summary>
    public required IReadOnlyList<string> Callbacks { get; init; }

    /// <summary>For each of them the file or folder that it writes; <see langword="null"/> for none. Older checkpoints say nothing of it.</summary>
    public IReadOnlyList<string?> CallbackFiles { get; init; } = [];

    public required IReadOnlyList<EpochResult> Epochs { get; init; }

    /// <summary>The file or folder that a callback writes; <see langword="null"/> if there is none, or it is not known.</summary>
    public string? FileOf(int callback) => callback < CallbackFiles.Count ? CallbackFiles[callback] : null;

    /// <summary>What no training writes; <see langword="null"/> if there is nothing.</summary>
    public string? Mistake()
    {
        if (!double.IsFinite(CurrentLearningRate) || CurrentLearningRate < 0)
        {
            return FormattableString.Invariant($"the learning rate is {CurrentLearningRate}");
        }

        if (Step < 0 || Sums.Count < 0 || (Step == 0) != (Sums.Count == 0))
        {
            return FormattableString.Invariant($"{Step} steps have seen {Sums.Count} examples");
        }

        int place = Epochs.TakeWhile(static (epoch, index) => epoch.Epoch == index + 1).Count();
        return place == Epochs.Count ? null : FormattableString.Invariant($"epoch {Epochs[place].Epoch} is in the place of epoch {place + 1}");
    }
}
