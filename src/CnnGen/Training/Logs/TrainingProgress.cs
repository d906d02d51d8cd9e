namespace CnnGen;

/// <summary>How far a training is: what <see cref="ProgressReport"/> tells.</summary>
public sealed record TrainingProgress
{
    /// <summary>The epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Epochs in all.</summary>
    public required int Epochs { get; init; }

    /// <summary>The step within the epoch, from 1.</summary>
    public required int Step { get; init; }

    /// <summary>Steps of an epoch.</summary>
    public required int Steps { get; init; }

    /// <summary>The steps that are over, those of earlier epochs and of before a resumed checkpoint included.</summary>
    public required long StepsDone { get; init; }

    /// <summary>Steps of all epochs.</summary>
    public required long StepsInAll { get; init; }

    /// <summary>Mean loss of the epoch so far.</summary>
    public required double Loss { get; init; }

    /// <summary>What is measured beside the loss over the epoch so far, by name.</summary>
    public required MeasureValues Measures { get; init; }

    /// <summary>The optimizer's step size.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Training images a second, lately.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>What is left of the training, validations included, if it goes on at this pace.</summary>
    public required TimeSpan TimeLeft { get; init; }

    /// <summary>What the epoch gave, at its end; <see langword="null"/> within it.</summary>
    public EpochResult? Result { get; init; }
}
