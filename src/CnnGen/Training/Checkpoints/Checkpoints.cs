namespace CnnGen;

/// <summary>Which checkpoints stay: <c>Checkpoints.Last(2) + Checkpoints.Best(EpochMeasure.ValidationAccuracy)</c>.</summary>
public sealed record Checkpoints
{
    private Checkpoints()
    {
    }

    /// <summary>
    /// The newest ones. The newest is <c>checkpoint.safetensors</c>, an older one has its step in its name: <c>checkpoint-000750.safetensors</c>. If the newest
    /// cannot be read, training goes on from the one before.
    /// </summary>
    /// <param name="count">How many.</param>
    public static Checkpoints Last(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new Checkpoints { Count = count };
    }

    /// <summary>The weights of the best epoch so far too, as <c>best.safetensors</c>: the averaged ones, where there are averages.</summary>
    /// <param name="measure">What it is best by.</param>
    /// <param name="higherIsBetter">Whether more of it is better. Default: as the measure says; of a loss or metric of one's own less is.</param>
    public static Checkpoints Best(EpochMeasure measure, bool? higherIsBetter = null) => new() { Measure = measure, HigherIsBetter = higherIsBetter };

    internal int Count { get; private init; } = 1;

    internal EpochMeasure? Measure { get; private init; }

    internal bool? HigherIsBetter { get; private init; }

    /// <summary>Both.</summary>
    /// <exception cref="ArgumentException">Both say what is the best.</exception>
    public static Checkpoints operator +(Checkpoints left, Checkpoints right) => Add(left, right);

    /// <summary>Both.</summary>
    /// <exception cref="ArgumentException">Both say what is the best.</exception>
    public static Checkpoints Add(Checkpoints left, Checkpoints right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Measure is not null && right.Measure is not null
            ? throw new ArgumentException($"The best is by one measure, not by {left.Measure} and {right.Measure}.", nameof(right))
            : new Checkpoints
            {
                Count = Math.Max(left.Count, right.Count),
                Measure = left.Measure ?? right.Measure,
                HigherIsBetter = left.HigherIsBetter ?? right.HigherIsBetter,
            };
    }
}
