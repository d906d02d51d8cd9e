using System.Globalization;

namespace CnnGen;

/// <summary>
/// What decides what a training becomes: the network's layers, the settings, the data. A checkpoint holds it, and only a training with the same
/// goes on from there.
/// </summary>
internal static class TrainingFingerprint
{
    private const string Given = "what layer ";
    private const string OutputWeight = "the weight of output ";
    private const string ClassWeights = "the weighting of classes of output ";
    private const string IgnoredClass = "the ignored class of output ";

    // Checkpoints of earlier versions do not say it, so what only one side says is no difference.
    private static readonly string[] s_maybeUnsaid = [Given, OutputWeight, ClassWeights, IgnoredClass];

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
        AddLayers(all, model.Architecture.Layers, "");
        AddOutputs(all, model);
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
            if (before != value && (before is not null || MustBeSaid(name)))
            {
                differences.Add(before is null ? $"there was nothing as {name}, now it is {value}" : $"{name} was {before}, now it is {value}");
            }
        }

        foreach ((string name, string value) in old)
        {
            if (MustBeSaid(name))
            {
                differences.Add($"{name} was {value}, now there is none");
            }
        }

        return differences;
    }

    private static bool MustBeSaid(string name) => !Array.Exists(s_maybeUnsaid, start => name.StartsWith(start, StringComparison.Ordinal));

    // Of a nested model its layers too.
    private static void AddLayers(List<KeyValuePair<string, string>> all, IReadOnlyList<LayerSummary> layers, string within)
    {
        foreach (LayerSummary layer in layers)
        {
            string arguments = string.Join(", ", layer.Arguments);
            all.Add(new($"{Given}{within}{layer.Name} is given", (arguments.Length == 0 ? "nothing" : arguments) + (layer.Trainable ? "" : ", not trainable")));
            all.Add(new($"{Given}{within}{layer.Name} reads", Sources(layer)));
            AddLayers(all, layer.Layers, $"{within}{layer.Name}/");
        }
    }

    private static string Sources(LayerSummary layer)
    {
        var sources = new string[layer.Connections.Count];
        for (int i = 0; i < sources.Length; i++)
        {
            sources[i] = layer.Connections[i].ToString();
        }

        return sources.Length == 0 ? "the input" : string.Join(", ", sources);
    }

    private static void AddOutputs(List<KeyValuePair<string, string>> all, ITrainableModel model)
    {
        for (int i = 0; i < Math.Min(model.Outputs.Count, model.Targets.Count); i++)
        {
            (string output, OutputTarget target) = (model.Outputs[i].Name, model.Targets[i]);
            all.Add(new(OutputWeight + output, Text(target.Weight)));
            all.Add(new(ClassWeights + output, ClassWeightsOf(output, model.Architecture.Training)));
            all.Add(new(IgnoredClass + output, target.Target.IgnoredClass is { } ignored ? Text(ignored) : "none"));
        }
    }

    // What follows an output is said of that one.
    private static string ClassWeightsOf(string output, IReadOnlyList<LayerSetting> training)
    {
        bool isOfThis = false;
        foreach (LayerSetting setting in training)
        {
            if (setting.Name == "output")
            {
                isOfThis = setting.Word == output;
            }
            else if (isOfThis && setting.Name == "classWeights")
            {
                return string.Join(", ", setting.Numbers.Select(static number => Text(number)));
            }
        }

        return "all the same";
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
