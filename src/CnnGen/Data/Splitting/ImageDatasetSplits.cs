namespace CnnGen;

/// <summary><see cref="DatasetSplits"/> for images: the parts are images too.</summary>
public static class ImageDatasetSplits
{
    /// <inheritdoc cref="DatasetSplits.SplitByClass"/>
    public static (ImageDataset Train, ImageDataset Validation) SplitByClass(
        this ImageDataset data, double fraction, int seed, string? target = null, Action<string>? warn = null) =>
        Typed(Splitter.ByClass(data, fraction, seed, target, warn));

    /// <inheritdoc cref="DatasetSplits.SplitByGroup"/>
    public static (ImageDataset Train, ImageDataset Validation) SplitByGroup<TKey>(
        this ImageDataset data, double fraction, IReadOnlyList<TKey> groups, int seed, Action<string>? warn = null) where TKey : notnull =>
        Typed(Splitter.ByGroup(data, fraction, groups, seed, warn));

    /// <inheritdoc cref="DatasetSplits.Folds"/>
    public static IReadOnlyList<(ImageDataset Train, ImageDataset Validation)> Folds(
        this ImageDataset data, int count, int seed, Action<string>? warn = null) =>
        [.. Splitter.Folds(data, count, seed, warn).Select(Typed)];

    /// <inheritdoc cref="DatasetSplits.FoldsByClass"/>
    public static IReadOnlyList<(ImageDataset Train, ImageDataset Validation)> FoldsByClass(
        this ImageDataset data, int count, int seed, string? target = null, Action<string>? warn = null) =>
        [.. Splitter.FoldsByClass(data, count, seed, target, warn).Select(Typed)];

    /// <inheritdoc cref="DatasetSplits.FoldsByGroup"/>
    public static IReadOnlyList<(ImageDataset Train, ImageDataset Validation)> FoldsByGroup<TKey>(
        this ImageDataset data, int count, IReadOnlyList<TKey> groups, int seed, Action<string>? warn = null) where TKey : notnull =>
        [.. Splitter.FoldsByGroup(data, count, groups, seed, warn).Select(Typed)];

    private static (ImageDataset Train, ImageDataset Validation) Typed((Dataset Train, Dataset Validation) parts) =>
        ((ImageDataset)parts.Train, (ImageDataset)parts.Validation);
}
