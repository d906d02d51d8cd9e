using System.Collections;
using System.Globalization;

namespace CnnGen;

/// <summary>
/// Whether training and validation see the same classes. Where labels are sorted, the last examples, which a split takes, are all of the
/// last classes.
/// </summary>
internal static class ClassCoverage
{
    private const int ClassesShown = 10;

    /// <summary>What is hardly meant, in one line; <see langword="null"/> if nothing is.</summary>
    /// <param name="training">The examples to train with.</param>
    /// <param name="validation">The examples to measure on.</param>
    /// <param name="split">The share that validates; zero where the validation examples are others.</param>
    public static string? Warning(Dataset training, Dataset validation, double split)
    {
        // What is not in memory would have to be read twice.
        if (training.Targets.Count == 0 || validation.Targets.Count == 0
            || training.ColumnOf(0) is not { Target.Kind: not LabelKind.Number } || validation.ColumnOf(0) is not { Target.Kind: not LabelKind.Number })
        {
            return null;
        }

        BitArray trained = Classes(training);
        BitArray validated = Classes(validation);
        List<int> untrained = Missing(validated, trained);
        if (untrained.Count > 0)
        {
            string cause = split > 0 ? $"the validation split of {Percent(split)} takes the last examples as they are" : "the data to train with has none of them";
            string mend = split > 0 ? "Shuffle the data before, by Dataset.Shuffle, or give TrainingOptions.Validation." : "Shuffle the data before a part is taken of it.";
            return $"No example of {Text(untrained)} is trained with, but some are validated with: {cause}. {mend}";
        }

        List<int> unvalidated = Missing(trained, validated);
        return split > 0 && unvalidated.Count > 0 && IsSorted(training) && IsSorted(validation)
            ? $"The labels are sorted, so the validation split of {Percent(split)} measures nothing of {Text(unvalidated)}. Shuffle the data before, by Dataset.Shuffle, or give TrainingOptions.Validation."
            : null;
    }

    /// <summary>Which classes a split has left out of one of its parts, in one line; <see langword="null"/> if it has left out none.</summary>
    public static string? WarningOfParts(Dataset training, Dataset validation)
    {
        if (KnownClasses(training) is not { } trained || KnownClasses(validation) is not { } validated)
        {
            return null;
        }

        (List<int> untrained, List<int> unvalidated) = (Missing(validated, trained), Missing(trained, validated));
        return untrained.Count > 0 ? $"The split leaves no example of {Text(untrained)} to train with, but some to validate with."
            : unvalidated.Count > 0 ? $"The split leaves no example of {Text(unvalidated)} to validate with: measures say nothing of it."
            : null;
    }

    // Those that are found without reading what is not in memory.
    private static BitArray? KnownClasses(Dataset data)
    {
        if (data.Targets.Count == 0 || data.Targets[0].Kind == LabelKind.Number)
        {
            return null;
        }

        if (data.ColumnOf(0) is not null)
        {
            return Classes(data);
        }

        var classes = new BitArray(data.Targets[0].Classes);
        for (int i = 0; i < data.Count; i++)
        {
            if (data.Targets[0] is not { Kind: LabelKind.ClassIndex, Shape.Count: 0 } || data.ClassOf(i, 0) is not { } label)
            {
                return null;
            }

            if (label != data.Targets[0].IgnoredClass)
            {
                classes[label] = true;
            }
        }

        return classes;
    }

    private static BitArray Classes(Dataset data)
    {
        TargetColumn column = data.ColumnOf(0)!;
        var classes = new BitArray(column.Target.Classes);
        for (int i = 0; i < data.Count; i++)
        {
            column.AddClasses(data.Place(i), classes);
        }

        return classes;
    }

    private static List<int> Missing(BitArray wanted, BitArray there) =>
        [.. Enumerable.Range(0, Math.Min(wanted.Length, there.Length)).Where(i => wanted[i] && !there[i])];

    private static bool IsSorted(Dataset data)
    {
        TargetColumn column = data.ColumnOf(0)!;
        if (column.Target is not { Kind: LabelKind.ClassIndex, Positions: 1 })
        {
            return false;
        }

        bool rises = true;
        bool falls = true;
        for (int i = 1; i < data.Count; i++)
        {
            (int before, int label) = (column.LabelOf(data.Place(i - 1)), column.LabelOf(data.Place(i)));
            rises &= label >= before;
            falls &= label <= before;
        }

        return rises || falls;
    }

    private static string Text(List<int> classes)
    {
        string list = string.Join(", ", classes.Take(ClassesShown));
        string more = classes.Count > ClassesShown ? $" and {classes.Count - ClassesShown} more" : "";
        return $"{(classes.Count == 1 ? "class" : "classes")} {list}{more}";
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
