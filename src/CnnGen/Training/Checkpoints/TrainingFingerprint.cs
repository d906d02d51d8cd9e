using System.Globalization;

namespace CnnGen;

/// <summary>
/// What decides what a training becomes: the network's layers, the settings, the data. A checkpoint holds it, and only a training with the same
/// goes on from there.
/// </summary>
internal static class TrainingFingerprint
{
    /// <summary>Names, as they stand in a sentence, with values.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ITrainableModel model, TrainingSettings settings, Dataset training)
    {
        var all = new List<KeyValuePair<string, string>>
        {
            new("the optimizer", settings.Optimizer.ToString()),
            new("the loss", string.Join(", ", model.Targets.Select(static target => target.LossName))),
            new("the batch size", Text(settings.BatchSize)),
            new("the learning rate", Text(settings.LearningRate)),
            new("shuffling", Text(settings.Shuffle)),
            new("the seed", Text(settings.Seed!.Value)),
            new("the number of training images", Text(training.Count)),
        };
        AddUnusual(all, settings);
        if (DataDigest.Of(training) is { } digest)
        {
            all.Add(new("the digest of the training data", digest));
        }

        all.AddRange(model.Architecture.Layers.Select(static layer => KeyValuePair.Create(
            $"layer {layer.Name}", $"{layer.ClassName} {string.Join('×', layer.OutputShape)}")));
        return all;
    }

    /// <summary>All that differs, one part of a sentence each.</summary>
    public static IReadOnlyList<string> Differences(
        IReadOnlyList<KeyValuePair<string, string>> then, IReadOnlyList<KeyValuePair<string, string>> now)
    {
        var old = new Dictionary<string, string>(then);
        var differences = new List<string>();
        foreach ((string name, string value) in now)
        {
            string? before = old.Remove(name, out string? text) ? text : null;
            if (before != value)
            {
                differences.Add(before is null ? $"there was nothing as {name}, now it is {value}" : $"{name} was {before}, now it is {value}");
            }
        }

        differences.AddRange(old.Select(static pair => $"{pair.Key} was {pair.Value}, now there is none"));
        return differences;
    }

    // What is as in most trainings is not said.
    private static void AddUnusual(List<KeyValuePair<string, string>> all, TrainingSettings settings)
    {
        AddUnless(settings.Schedule.IsConstant, "the schedule", settings.Schedule.ToString());
        AddUnless(!settings.Schedule.DependsOnLength, "the number of epochs", Text(settings.Epochs));
        AddUnless(settings.ClipNorm == 0, "the longest gradient", Text(settings.ClipNorm));
        AddUnless(settings.AccumulateSteps == 1, "the number of steps to an update", Text(settings.AccumulateSteps));
        AddUnless(settings.OptimizerArguments.Length == 0, "what the optimizer is given", settings.OptimizerArguments);
        AddUnless(!settings.BalanceClasses, "balancing classes", Text(settings.BalanceClasses));
        AddUnless(settings.Averaging is null, "the averaging of weights", Text(settings.Averaging));

        void AddUnless(bool isUsual, string name, string value)
        {
            if (!isUsual)
            {
                all.Add(new(name, value));
            }
        }
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
