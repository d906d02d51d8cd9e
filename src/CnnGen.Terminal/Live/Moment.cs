namespace CnnGen.Terminal.Live;

/// <summary>What the training thread leaves for the thread that draws: all that a picture shows, unchangeable.</summary>
internal sealed record Moment
{
    public required string Model { get; init; }

    public required int Epoch { get; init; }

    public required int Epochs { get; init; }

    public required int Step { get; init; }

    public required int Steps { get; init; }

    public required long StepsDone { get; init; }

    public required long StepsInAll { get; init; }

    /// <summary>Mean loss of the epoch so far; NaN before its first step.</summary>
    public required double Loss { get; init; }

    /// <summary>What is measured beside the loss over the epoch so far.</summary>
    public required MeasureValues Measures { get; init; }

    /// <summary>The last epoch that is over.</summary>
    public required EpochResult? Last { get; init; }

    /// <summary>The best epoch so far, and by what it is.</summary>
    public required (int Epoch, string Measure, double Value)? Best { get; init; }

    public required double LearningRate { get; init; }

    public required double ImagesPerSecond { get; init; }

    public required TimeSpan? TimeLeft { get; init; }

    /// <summary>Training time of earlier processes that this one goes on from.</summary>
    public required TimeSpan ElapsedBefore { get; init; }

    public required IReadOnlyList<Plot> Plots { get; init; }

    /// <summary>Whether the epoch's steps are over and it is being validated.</summary>
    public bool IsValidating => Step == Steps && (Last is null || Last.Epoch < Epoch);
}

/// <summary>The curves of one chart.</summary>
/// <param name="Name">What they are of: <c>loss</c>.</param>
/// <param name="Training">Over the training images.</param>
/// <param name="Validation">Over the validation images; empty without them.</param>
/// <param name="MayBeLogarithmic">Whether a wide range may be drawn by its logarithm.</param>
internal sealed record Plot(string Name, IReadOnlyList<Point> Training, IReadOnlyList<Point> Validation, bool MayBeLogarithmic = false);
