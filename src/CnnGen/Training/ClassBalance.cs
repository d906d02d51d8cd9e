namespace CnnGen;

/// <summary>How much an example counts so that all classes count the same: examples ÷ (classes · examples of its class), as scikit-learn's <c>balanced</c>.</summary>
internal static class ClassBalance
{
    /// <summary>For each of the model's targets a weight for each class; <see langword="null"/> for those that are not balanced.</summary>
    public static IReadOnlyList<float[]?> Of(ITrainableModel model, Dataset training)
    {
        if (!model.Settings.BalanceClasses)
        {
            return [];
        }

        DataMapping mapping = DataMapping.Of(model, training, true);
        return [.. mapping.Targets.Select((place, output) => IsBalanced(model.Targets[output].Target) ? Weights(training, place) : null)];
    }

    /// <summary>Whether examples of such a target are of one class each.</summary>
    public static bool IsBalanced(DataTarget target) => target is { Kind: LabelKind.ClassIndex or LabelKind.OneHot, Shape.Count: 0 };

    private static float[] Weights(Dataset data, int target)
    {
        DataTarget known = data.Targets[target];
        var counts = new int[known.Classes];
        int examples = 0;
        foreach (int label in ClassReader.Read(data, known.Name).Where(label => label != known.IgnoredClass))
        {
            counts[label]++;
            examples++;
        }

        // A class of which there is no example counts as if it were not there.
        int present = counts.Count(static count => count > 0);
        return [.. counts.Select(count => count == 0 ? 0f : (float)((double)examples / ((long)present * count)))];
    }
}
