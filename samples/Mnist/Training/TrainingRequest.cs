using CnnGen.Terminal;

namespace CnnGen.Samples.Mnist.Training;

/// <summary>What a training is asked for; what is null comes from the model's own attribute.</summary>
internal sealed record TrainingRequest
{
    public required ModelEntry Model { get; init; }

    public required Digits Digits { get; init; }

    public int? Epochs { get; init; }

    public int? BatchSize { get; init; }

    public double? LearningRate { get; init; }

    public int? Seed { get; init; }

    public Schedule? Schedule { get; init; }

    /// <summary>What the average of the weights keeps of itself in a step; null without an average.</summary>
    public double? Average { get; init; }

    /// <summary>Whether digits are moved and turned a little, anew in each epoch.</summary>
    public bool Augment { get; init; }

    /// <summary>Epochs without progress on the validation digits after which training ends; null for never.</summary>
    public int? Patience { get; init; }

    /// <summary>A folder for everything that is written, or null to write nothing.</summary>
    public string? Out { get; init; }

    /// <summary>Seconds from one checkpoint to the next.</summary>
    public double? CheckpointEvery { get; init; }

    public bool Resume { get; init; }

    /// <summary>How the training is shown.</summary>
    public ViewMode View { get; init; }

    /// <summary>Gets the trained model and its history before the model is disposed of.</summary>
    public Action<ITrainableModel<Prediction>, TrainingHistory>? Trained { get; init; }
}
