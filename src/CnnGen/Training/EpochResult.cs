namespace CnnGen;

/// <summary>What one epoch gave. Measures that were not asked for are <see langword="null"/>.</summary>
public sealed record EpochResult
{
    /// <summary>Number of the epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Mean loss over the training images, each measured before its step.</summary>
    public required double Loss { get; init; }

    /// <summary>Share of the training images that were right.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Share of the training images whose class was among the five most probable.</summary>
    public double? Top5Accuracy { get; init; }

    /// <summary>Mean absolute error over the training images.</summary>
    public double? MeanAbsoluteError { get; init; }

    /// <summary>The measures over the validation images after the epoch; <see langword="null"/> without validation.</summary>
    public EvaluationResult? Validation { get; init; }

    /// <summary>Mean loss over the validation images.</summary>
    public double? ValidationLoss => Validation?.Loss;

    /// <summary>Share of the validation images that are right.</summary>
    public double? ValidationAccuracy => Validation?.Accuracy;

    /// <summary>The learning rate at the end of the epoch.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Seconds of training, validation left out.</summary>
    public required double Seconds { get; init; }

    /// <summary>Training images a second.</summary>
    public required double ImagesPerSecond { get; init; }
}
