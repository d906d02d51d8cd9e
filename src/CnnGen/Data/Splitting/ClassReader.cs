namespace CnnGen;

/// <summary>The class of each example. What is not in memory is read.</summary>
internal static class ClassReader
{
    /// <summary>The classes of all examples.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="target">The name of the target; the only one if it is not said.</param>
    /// <exception cref="CnnGenException">The target is not there, or examples have no class each.</exception>
    public static int[] Read(Dataset data, string? target)
    {
        int place = Find(data, target);
        DataTarget wanted = data.Targets[place];
        if (wanted is not { Kind: LabelKind.ClassIndex or LabelKind.OneHot, Shape.Count: 0 })
        {
            throw new CnnGenException($"A split by class needs one class for each example, but the data has '{wanted}': split by share or by group.");
        }

        var buffer = new BatchBuffer(data, new DataMapping([], [place]), 1);
        var classes = new int[data.Count];
        for (int i = 0; i < classes.Length; i++)
        {
            if (wanted.Kind == LabelKind.ClassIndex && data.ClassOf(i, place) is { } known)
            {
                classes[i] = known;
                continue;
            }

            BatchTarget read = buffer.Fill(i, 1).Targets[0];
            classes[i] = wanted.Kind == LabelKind.ClassIndex ? (int)read.Labels.Span[0] : Largest(read.Values.Span);
        }

        return classes;
    }

    private static int Find(Dataset data, string? target)
    {
        if (data.Targets.Count == 0)
        {
            throw new CnnGenException("A split by class needs targets, but the data has none: split by share or by group.");
        }

        int place = target is null ? data.Targets.Count - 1 : data.Targets.Select(static one => one.Name).ToList().IndexOf(target);
        string names = string.Join(", ", data.Targets.Select(static one => $"'{one.Name}'"));
        return place >= 0 && (target is not null || place == 0)
            ? place
            : throw new CnnGenException(target is null
                ? $"The data has the targets {names}: say by which one it is to be split."
                : $"The data has no target '{target}', but {names}: split by one of these.");
    }

    /// <summary>The place of the largest value, the first of several.</summary>
    public static int Largest(ReadOnlySpan<float> values)
    {
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            largest = values[i] > values[largest] ? i : largest;
        }

        return largest;
    }
}
