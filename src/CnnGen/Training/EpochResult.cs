namespace CnnGen;

/// <summary>What one epoch gave: loss and measures over the training images, and over the validation images after it.</summary>
public sealed record EpochResult
{
    /// <summary>Number of the epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Mean loss over the training images, each measured before its step.</summary>
    public required double Loss { get; init; }

    /// <summary>What is measured beside the loss, by name, each image before its step.</summary>
    public MeasureValues Measures { get; init; } = MeasureValues.None;

    /// <summary>Share of the training images that were right; <see langword="null"/> if not asked for.</summary>
    public double? Accuracy
    {
        get => Measures.Find(MeasureNames.Accuracy);
        init => Measures = Measures.With(MeasureNames.Accuracy, value);
    }

    /// <summary>Share of the training images whose class was among the five most probable; <see langword="null"/> if not asked for.</summary>
    public double? Top5Accuracy
    {
        get => Measures.Find(MeasureNames.Top5Accuracy);
        init => Measures = Measures.With(MeasureNames.Top5Accuracy, value);
    }

    /// <summary>Mean absolute error over the training images; <see langword="null"/> if not asked for.</summary>
    public double? MeanAbsoluteError
    {
        get => Measures.Find(MeasureNames.MeanAbsoluteError);
        init => Measures = Measures.With(MeasureNames.MeanAbsoluteError, value);
    }

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

    /// <summary>Of <see cref="Seconds"/>, those that the network waited for its data: batches that were not yet read or laid out.</summary>
    public double DataWaitSeconds { get; init; }

    /// <summary>A measure by its name, as in Keras: <c>loss</c>, <c>accuracy</c>, <c>val_loss</c>, <c>val_accuracy</c>.</summary>
    /// <exception cref="CnnGenException">It is not measured.</exception>
    public double this[string name] => Find(name) ?? throw MeasureValues.NotMeasured(name, Names);

    /// <summary>A measure by its name; <see langword="null"/> if it is not measured.</summary>
    public double? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name == MeasureNames.Loss ? Loss
            : Measures.Find(name)
                ?? (name.StartsWith(MeasureNames.Validation, StringComparison.Ordinal)
                    ? Validation?.Find(name[MeasureNames.Validation.Length..])
                    : null);
    }

    /// <summary>The names of all measures, those of the training images first.</summary>
    internal IEnumerable<string> Names
    {
        get
        {
            IEnumerable<string> own = Measures.Names.Prepend(MeasureNames.Loss);
            return Validation is null
                ? own
                : own.Concat(Validation.Measures.Names.Prepend(MeasureNames.Loss).Select(static name => MeasureNames.Validation + name));
        }
    }
}
