namespace CnnGen;

/// <summary>
/// Ways to divide a data set that <see cref="Dataset.Split"/> has not: so that each class has its share in both parts, so that examples that belong
/// together stay together, and into folds for cross-validation. The parts are views in the order of the data, with the roles
/// <see cref="DataRole.Train"/> and <see cref="DataRole.Validation"/> unless the data is to test with. The same seed gives the same parts.
/// </summary>
public static class DatasetSplits
{
    /// <summary>
    /// Splits off a share of each class (stratified): of every class as many examples as its share, one more or one fewer, and of all as many as
    /// <see cref="Dataset.Split"/> would. Labels may be sorted.
    /// </summary>
    /// <param name="data">The data.</param>
    /// <param name="fraction">The share of the second part, from 0 up to, but not including, 1.</param>
    /// <param name="seed">Decides which examples these are.</param>
    /// <param name="target">The target that holds the class, where there are several.</param>
    /// <param name="warn">Is told if a class is in one of the parts only. Default: a line on standard error.</param>
    /// <exception cref="CnnGenException">Examples do not have one class each.</exception>
    public static (Dataset Train, Dataset Validation) SplitByClass(
        this Dataset data, double fraction, int seed, string? target = null, Action<string>? warn = null) =>
        Splitter.ByClass(data, fraction, seed, target, warn);

    /// <summary>
    /// Splits off whole groups: no group stands on both sides. The second part has no more than its share, as near to it as whole groups come,
    /// but at least one group.
    /// </summary>
    /// <param name="data">The data.</param>
    /// <param name="fraction">The share of the second part, from 0 up to, but not including, 1.</param>
    /// <param name="groups">A key for each example, in the order of the data; those with equal keys are a group.</param>
    /// <param name="seed">Decides which examples these are.</param>
    /// <param name="warn">Is told if a class is in one of the parts only. Default: a line on standard error.</param>
    /// <exception cref="CnnGenException">There are not as many keys as examples, or fewer than two groups.</exception>
    public static (Dataset Train, Dataset Validation) SplitByGroup<TKey>(
        this Dataset data, double fraction, IReadOnlyList<TKey> groups, int seed, Action<string>? warn = null) where TKey : notnull =>
        Splitter.ByGroup(data, fraction, groups, seed, warn);

    /// <summary>Folds for cross-validation: each example validates in one of them and trains in all others.</summary>
    /// <param name="data">The data.</param>
    /// <param name="count">How many, at least 2.</param>
    /// <param name="seed">Decides which examples these are.</param>
    /// <param name="warn">Is told if a class is in one of the parts only. Default: a line on standard error.</param>
    /// <exception cref="CnnGenException">There are fewer examples than folds.</exception>
    public static IReadOnlyList<(Dataset Train, Dataset Validation)> Folds(
        this Dataset data, int count, int seed, Action<string>? warn = null) =>
        Splitter.Folds(data, count, seed, warn);

    /// <summary>Folds that have the same share of each class, but for one example at most (stratified).</summary>
    /// <param name="data">The data.</param>
    /// <param name="count">How many, at least 2.</param>
    /// <param name="seed">Decides which examples these are.</param>
    /// <param name="target">The target that holds the class, where there are several.</param>
    /// <param name="warn">Is told if a class is in one of the parts only. Default: a line on standard error.</param>
    /// <exception cref="CnnGenException">There are fewer examples than folds, or examples do not have one class each.</exception>
    public static IReadOnlyList<(Dataset Train, Dataset Validation)> FoldsByClass(
        this Dataset data, int count, int seed, string? target = null, Action<string>? warn = null) =>
        Splitter.FoldsByClass(data, count, seed, target, warn);

    /// <summary>Folds of whole groups: no group trains and validates in the same fold.</summary>
    /// <param name="data">The data.</param>
    /// <param name="count">How many, at least 2.</param>
    /// <param name="groups">A key for each example, in the order of the data; those with equal keys are a group.</param>
    /// <param name="seed">Decides which examples these are.</param>
    /// <param name="warn">Is told if a class is in one of the parts only. Default: a line on standard error.</param>
    /// <exception cref="CnnGenException">There are not as many keys as examples, or fewer groups than folds.</exception>
    public static IReadOnlyList<(Dataset Train, Dataset Validation)> FoldsByGroup<TKey>(
        this Dataset data, int count, IReadOnlyList<TKey> groups, int seed, Action<string>? warn = null) where TKey : notnull =>
        Splitter.FoldsByGroup(data, count, groups, seed, warn);
}
