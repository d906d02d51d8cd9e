namespace CnnGen;

/// <summary>What each epoch of a training gave.</summary>
public sealed class TrainingHistory
{
    private readonly List<EpochResult> _epochs;

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

    internal void Add(EpochResult epoch) => _epochs.Add(epoch);
}
