namespace CnnGen;

/// <summary>Whether targets are what they are said to be. The first example whose target is not is named.</summary>
internal static class TargetCheck
{
    // What float32 loses in a sum over many classes.
    private const double SumTolerance = 1e-3;

    /// <summary>A class, or the index that stands for none.</summary>
    public static void Label(DataTarget target, long label, int example)
    {
        if ((ulong)label >= (ulong)target.Classes && label != target.IgnoredClass)
        {
            string mend = label == target.Classes
                ? " If the labels begin at 1, subtract 1."
                : target.Positions > 1 ? $" If it stands for no class, say so by {nameof(DataTarget.Ignoring)}." : "";
            throw new CnnGenException(
                $"Label {label} of example {example} is no class: with {target.Classes} classes, labels go from 0 to {target.Classes - 1}.{mend}");
        }
    }

    /// <summary>Finite numbers, between 0 and 1 where they stand for classes.</summary>
    /// <param name="target">What they are.</param>
    /// <param name="values">Those of several examples.</param>
    /// <param name="first">The place of the first of these.</param>
    public static void Values(DataTarget target, ReadOnlySpan<float> values, int first = 0)
    {
        for (int i = 0; i < values.Length; i++)
        {
            float value = values[i];
            if (!float.IsFinite(value))
            {
                throw new CnnGenException(FormattableString.Invariant(
                    $"The target of example {first + (i / target.Size)} has the value {value} at place {i % target.Size}: targets are finite numbers."));
            }

            if (target.Kind != LabelKind.Number && value is < 0 or > 1)
            {
                throw new CnnGenException(FormattableString.Invariant(
                    $"The target of example {first + (i / target.Size)} is no {Vector(target)}: it has the value {value} at place {i % target.Size}, expected 1 at the class and 0 elsewhere. For class indices use {nameof(ImageDataset.FromLabels)} or {nameof(DataTarget)}.{nameof(DataTarget.ClassIndex)}, for other numbers {nameof(LabelKind)}.{nameof(LabelKind.Number)}."));
            }
        }
    }

    /// <summary>Numbers that a probability can come near to.</summary>
    public static void Shares(ReadOnlySpan<float> values, int size, int first)
    {
        int fault = values.IndexOfAnyExceptInRange(0f, 1f);
        if (fault >= 0)
        {
            throw new CnnGenException(FormattableString.Invariant(
                $"The target of example {first + (fault / size)} has the value {values[fault]} at place {fault % size}: {nameof(Loss.BinaryCrossentropy)} compares with numbers between 0 and 1."));
        }
    }

    /// <summary>Vectors whose values sum up to 1: one-hot ones, or the probabilities of all classes.</summary>
    public static void Sums(DataTarget target, ReadOnlySpan<float> values, int first)
    {
        for (int start = 0; start < values.Length; start += target.Classes)
        {
            double sum = 0;
            foreach (float value in values.Slice(start, target.Classes))
            {
                sum += value;
            }

            if (Math.Abs(sum - 1) > SumTolerance)
            {
                throw new CnnGenException(FormattableString.Invariant(
                    $"The target of example {first + (start / target.Size)} is no one-hot vector: its values sum up to {sum:G4}, expected 1. If an example can have several classes, end in a sigmoid and use {nameof(Loss)}.{nameof(Loss.BinaryCrossentropy)}."));
            }
        }
    }

    private static string Vector(DataTarget target) => target.Kind == LabelKind.OneHot ? "one-hot vector" : "vector of classes";
}
