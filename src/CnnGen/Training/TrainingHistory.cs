namespace CnnGen;

/// <summary>What each epoch of a training gave.</summary>
public sealed class TrainingHistory
{
    private readonly List<EpochResult> _epochs;

    /// <summary>A history without epochs yet, for <see cref="TrainingOptions.History"/>.</summary>
    public TrainingHistory()
        : this([])
    {
    }

    internal TrainingHistory(IEnumerable<EpochResult> epochs) => _epochs = [.. epochs];

    /// <summary>The epochs, those before a resumed checkpoint included.</summary>
    public IReadOnlyList<EpochResult> Epochs => _epochs;

    /// <summary>The last epoch; <see langword="null"/> before the first one's end.</summary>
    public EpochResult? Last => _epochs.Count == 0 ? null : _epochs[^1];

    /// <summary>Why training ended.</summary>
    public StopReason StopReason { get; internal set; }

    /// <summary>The same in words; <see langword="null"/> if all epochs are over.</summary>
    public string? StopMessage { get; internal set; }

    /// <summary>Seconds of training over all epochs, validation left out.</summary>
    public double Seconds => _epochs.Sum(static epoch => epoch.Seconds);

    /// <summary>Seconds that this training waited for its checkpoints, the best epoch's included: for a copy of its state, and for what was still being written.</summary>
    public double CheckpointSeconds { get; internal set; }

    /// <summary>Seconds in which checkpoints were written beside the training, those of the disk included.</summary>
    public double CheckpointWriteSeconds { get; internal set; }

    /// <summary>The loss on some training images before the first step, in inference mode.</summary>
    public double? UntrainedLoss { get; internal set; }

    /// <summary>The loss of saying that all classes are equally probable: ln(classes). <see langword="null"/> where the loss is not of that kind.</summary>
    public double? GuessingLoss { get; internal set; }

    /// <summary>Forgets what was before, and begins with what a checkpoint says.</summary>
    internal TrainingHistory Begin(CheckpointRecord? record)
    {
        _epochs.Clear();
        _epochs.AddRange(record?.Epochs ?? []);
        (StopReason, StopMessage, UntrainedLoss) = (StopReason.None, null, record?.UntrainedLoss);
        (CheckpointSeconds, CheckpointWriteSeconds) = (0, 0);
        return this;
    }

    internal void End(TrainingRun run) =>
        (StopReason, StopMessage) = run.StopRequested ? (run.StopReason, run.StopMessage) : (StopReason.Completed, null);

    internal void Add(EpochResult epoch) => _epochs.Add(epoch);
}
