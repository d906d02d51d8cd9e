namespace CnnGen;

/// <summary>Splits any data set; <see cref="DatasetSplits"/> and <see cref="ImageDatasetSplits"/> give the results their types.</summary>
internal static class Splitter
{
    /// <summary>What is said of a split goes here unless a caller says otherwise.</summary>
    public static readonly Action<string> StandardError = static message => Console.Error.WriteLine("warning: " + message);

    /// <summary>The role of the part to train with. Parts of data to test with stay that.</summary>
    public static DataRole TrainRole(Dataset data) => data.Role is DataRole.Unknown or DataRole.Train ? DataRole.Train : data.Role;

    /// <summary>The role of the other part.</summary>
    public static DataRole ValidationRole(Dataset data) => data.Role is DataRole.Unknown or DataRole.Train ? DataRole.Validation : data.Role;

    public static (Dataset Train, Dataset Validation) ByClass(Dataset data, double fraction, int seed, string? target, Action<string>? warn)
    {
        int last = SizeOfLast(data, fraction);
        int[] order = SplitPlan.ByClass(ClassReader.Read(data, target), seed);
        return Warned(Parts(data, SplitPlan.Spread(order, last)), warn);
    }

    public static (Dataset Train, Dataset Validation) ByGroup<TKey>(
        Dataset data, double fraction, IReadOnlyList<TKey> groups, int seed, Action<string>? warn) where TKey : notnull
    {
        int last = SizeOfLast(data, fraction);
        return Warned(Parts(data, SplitPlan.SpreadGroups(ExampleGroups.Of(data, groups, 2), last, seed)), warn);
    }

    public static IReadOnlyList<(Dataset Train, Dataset Validation)> Folds(Dataset data, int count, int seed, Action<string>? warn) =>
        Folds(data, count, warn, () => SplitPlan.Deal(SplitPlan.Shuffled(data.Count, seed), count));

    public static IReadOnlyList<(Dataset Train, Dataset Validation)> FoldsByClass(Dataset data, int count, int seed, string? target, Action<string>? warn) =>
        Folds(data, count, warn, () => SplitPlan.Deal(SplitPlan.ByClass(ClassReader.Read(data, target), seed), count));

    public static IReadOnlyList<(Dataset Train, Dataset Validation)> FoldsByGroup<TKey>(
        Dataset data, int count, IReadOnlyList<TKey> groups, int seed, Action<string>? warn) where TKey : notnull =>
        Folds(data, count, warn, () => SplitPlan.DealGroups(ExampleGroups.Of(data, groups, count), count, seed));

    private static IReadOnlyList<(Dataset Train, Dataset Validation)> Folds(Dataset data, int count, Action<string>? warn, Func<int[]> deal)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (data.Count < count)
        {
            throw new CnnGenException($"{data.Count} examples cannot be split into {count} folds: take fewer.");
        }

        int[] folds = deal();
        (Dataset Train, Dataset Validation)[] parts = [.. Enumerable.Range(0, count).Select(fold => Parts(data, [.. folds.Select(one => one == fold)]))];

        // A class that is too small for all folds is in most of them missing in the same way.
        foreach (string warning in parts.Select(static part => ClassCoverage.WarningOfParts(part.Train, part.Validation)).OfType<string>().Distinct())
        {
            (warn ?? StandardError)(warning);
        }

        return parts;
    }

    private static (Dataset Train, Dataset Validation) Parts(Dataset data, bool[] isLast) => (
        data.Select(Places(isLast, false)).As(TrainRole(data)),
        data.Select(Places(isLast, true)).As(ValidationRole(data)));

    private static int[] Places(bool[] isLast, bool wanted) => [.. Enumerable.Range(0, isLast.Length).Where(i => isLast[i] == wanted)];

    private static (Dataset Train, Dataset Validation) Warned((Dataset Train, Dataset Validation) parts, Action<string>? warn)
    {
        if (ClassCoverage.WarningOfParts(parts.Train, parts.Validation) is { } warning)
        {
            (warn ?? StandardError)(warning);
        }

        return parts;
    }

    private static int SizeOfLast(Dataset data, double fraction)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Count - data.SizeOfFirst(fraction);
    }
}
