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
    /// <exception cref="FileWriteException">A checkpoint or a log cannot be written, and the options say that training ends then, or it has not begun.</exception>
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

        ChosenBy.Warn(validation, options);
        if (options.DryRun)
        {
            return Trial.DryRun(model, training, validation, settings, options);
        }

        return options.OverfitBatches > 0
            ? Trial.Overfit(model, training, settings, options)
            : Run(model, training, validation, settings, options);
    }

    internal static TrainingHistory Run(
        ITrainableModel model, Dataset training, Dataset? validation, TrainingSettings settings, TrainingOptions options)
    {
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
        Schedule = options.Schedule ?? settings.Schedule,
        Averaging = options.Averaging ?? settings.Averaging,
        ClipNorm = options.ClipNorm ?? settings.ClipNorm,
        AccumulateSteps = options.AccumulateSteps ?? settings.AccumulateSteps,
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
        Check(double.IsFinite(settings.ClipNorm) && settings.ClipNorm >= 0, $"The longest gradient is {settings.ClipNorm}; it must be above 0, or 0 for none.");
        Check(settings.AccumulateSteps >= 1, $"The number of steps to an update is {settings.AccumulateSteps}; it must be at least 1.");
        Check(options.OverfitBatches >= 0, $"The number of batches to learn by heart is {options.OverfitBatches}; it must be at least 1, or 0 for none.");
        Check(options.TimeLimit is null || options.TimeLimit > TimeSpan.Zero, $"The time limit is {options.TimeLimit}; it must be above 0.");
        Check(options.Keep.Measure is null || options.CheckpointDirectory is not null,
            $"To keep the best weights, TrainingOptions.CheckpointDirectory must name the folder for them.");
        Check(options.Resume == Resume.Never || options.CheckpointDirectory is not null,
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
