namespace CnnGen;

/// <summary>What one batch gave.</summary>
public readonly record struct BatchResult
{
    /// <summary>Images in the batch.</summary>
    public required int Count { get; init; }

    /// <summary>The mean loss over the batch.</summary>
    public required double Loss { get; init; }

    /// <summary>Images whose most probable class is the right one; zero if <see cref="Metrics.Accuracy"/> is not asked for.</summary>
    public long Correct { get; init; }

    /// <summary>Images whose right class is among the five most probable; zero if not asked for.</summary>
    public long CorrectTop5 { get; init; }

    /// <summary>The mean absolute error over the batch; zero if not asked for.</summary>
    public double AbsoluteError { get; init; }
}
