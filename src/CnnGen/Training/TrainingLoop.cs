namespace CnnGen;

/// <summary>Trains a model: the loop that every generated <c>Fit</c> runs.</summary>
public static class TrainingLoop
{
    /// <summary>Trains a model on a data set, each step in training mode, and leaves the mode as it was.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Examples with targets that fit the model.</param>
    /// <param name="options">What to do otherwise than the model's <see cref="TrainingAttribute{TData}"/> says.</param>
    /// <returns>What each epoch gave.</returns>
    /// <exception cref="DivergedException">A loss was not finite; the weights are those of the last good epoch.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled; the last checkpoint is whole.</exception>
    /// <exception cref="CnnGenException">The data or a checkpoint does not fit the model.</exception>
    public static TrainingHistory Fit(ITrainableModel model, Dataset data, TrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new TrainingOptions();
        TrainingSettings settings = Merge(model.Settings, options);
        CheckSettings(settings, options);

        (Dataset training, Dataset? validation) = Divide(data, settings, options);
        DataCheck.Targets(model, data, DataCheck.Data(model, data, withTargets: true));
        if (options.Validation is not null)
        {
            DataCheck.Targets(model, options.Validation, DataCheck.Data(model, options.Validation, withTargets: true));
        }

        if (validation is not null && ClassCoverage.Warning(training, validation, settings.ValidationSplit) is { } warning)
        {
            options.Warn(warning);
        }

        using var session = new TrainingSession(model, training, validation, settings, options);
        return session.Run();
    }

    private static TrainingSettings Merge(TrainingSettings settings, TrainingOptions options) => settings with
    {
        Epochs = options.Epochs ?? settings.Epochs,
        BatchSize = options.BatchSize ?? settings.BatchSize,
        LearningRate = options.LearningRate ?? settings.LearningRate,
        ValidationSplit = options.Validation is null ? options.ValidationSplit ?? settings.ValidationSplit : 0,
        Shuffle = options.Shuffle ?? settings.Shuffle,
        Seed = options.Seed ?? settings.Seed,
    };

    private static (Dataset Training, Dataset? Validation) Divide(
        Dataset data, TrainingSettings settings, TrainingOptions options)
    {
        if (settings.ValidationSplit == 0)
        {
            return (data, options.Validation);
        }

        (Dataset training, Dataset validation) = data.Split(settings.ValidationSplit);
        return training.Count > 0 && validation.Count > 0
            ? (training, validation)
            : throw new CnnGenException(FormattableString.Invariant(
                $"A validation split of {settings.ValidationSplit} leaves {training.Count} examples to train and {validation.Count} to validate."));
    }

    private static void CheckSettings(TrainingSettings settings, TrainingOptions options)
    {
        Check(settings.Epochs >= 1, $"The number of epochs is {settings.Epochs}; it must be at least 1.");
        Check(settings.BatchSize >= 1, $"The batch size is {settings.BatchSize}; it must be at least 1.");
        Check(double.IsFinite(settings.LearningRate) && settings.LearningRate > 0,
            $"The learning rate is {settings.LearningRate}; it must be above 0 and finite.");
        Check(settings.ValidationSplit is >= 0 and < 1, $"The validation split is {settings.ValidationSplit}; it must be at least 0 and below 1.");
        Check(!options.Resume || options.CheckpointDirectory is not null,
            $"To resume, TrainingOptions.CheckpointDirectory must name the folder of the checkpoint.");
    }

    private static void Check(bool condition, FormattableString message)
    {
        if (!condition)
        {
            throw new CnnGenException(FormattableString.Invariant(message));
        }
    }
}
