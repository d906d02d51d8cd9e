namespace CnnGen;

/// <summary>Changes the examples of a data set at random.</summary>
public static class DatasetAugmentation
{
    /// <summary>
    /// The same examples, changed anew in each epoch of a training. What an example becomes follows from the seed, the epoch and its place in
    /// <paramref name="data"/> alone, so a training that goes on from a checkpoint sees the same. Validation, evaluation and prediction see the
    /// examples as they are; <see cref="Dataset.AtEpoch"/> shows those of an epoch.
    /// </summary>
    /// <param name="data">The data to train with.</param>
    /// <param name="augmentation">What is changed.</param>
    /// <param name="seed">Decides how.</param>
    /// <exception cref="CnnGenException">There is no picture to change, or class indices are to be mixed.</exception>
    public static Dataset Augment(this Dataset data, Augmentation augmentation, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(augmentation);
        augmentation.Check();
        if ((augmentation.Moves || augmentation.Paints) && !data.Inputs.Any(static input => input.Shape.Count == 3))
        {
            string given = string.Join(", ", data.Inputs.Select(static input => input.ToString()));
            throw new CnnGenException($"There is no picture to change: an input needs height, width and channels, but the data has {given}.");
        }

        if (augmentation.MixUp > 0 && data.Targets.FirstOrDefault(static target => target.Kind == LabelKind.ClassIndex) is { } indices)
        {
            throw new CnnGenException($"Examples cannot be mixed whose target is a class index, as '{indices}': give one-hot vectors, and train with {nameof(Loss.CategoricalCrossentropy)}.");
        }

        return new Dataset(new AugmentedSource(data, augmentation, seed)).As(data.Role);
    }
}
