namespace CnnGen;

/// <summary>Examples that belong together: the pictures of one patient, the frames of one film.</summary>
/// <param name="OfExamples">The group of each example, numbered in the order in which they appear.</param>
/// <param name="Sizes">How many examples each group has.</param>
internal sealed record ExampleGroups(int[] OfExamples, int[] Sizes)
{
    /// <summary>Number of groups.</summary>
    public int Count => Sizes.Length;

    /// <exception cref="CnnGenException">There are not as many keys as examples, or too few groups to split.</exception>
    public static ExampleGroups Of<TKey>(Dataset data, IReadOnlyList<TKey> keys, int parts) where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count != data.Count)
        {
            throw new CnnGenException($"There are {keys.Count} group keys for {data.Count} examples: give each example the key of its group.");
        }

        var numbers = new Dictionary<TKey, int>();
        int[] groups = [.. keys.Select(key => numbers.TryGetValue(key, out int number) ? number : numbers[key] = numbers.Count)];
        var sizes = new int[numbers.Count];
        foreach (int group in groups)
        {
            sizes[group]++;
        }

        return sizes.Length >= parts
            ? new ExampleGroups(groups, sizes)
            : throw new CnnGenException(
                $"The examples have {sizes.Length} {(sizes.Length == 1 ? "group" : "groups")}, which cannot be split into {parts} parts: a group never stands on both sides.");
    }
}
