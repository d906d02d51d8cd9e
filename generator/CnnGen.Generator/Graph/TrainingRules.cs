using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>Checks [Training]: its own arguments, the data set, and whether loss and metrics fit both.</summary>
internal static class TrainingRules
{
    private const string Owner = "Training";

    /// <returns>What to train with; <see langword="null"/> if that is not known.</returns>
    public static TrainingPlan? Check(
        AttributeDeclaration attribute, ModelDeclaration declaration, GraphBuilder graph, List<Problem> problems)
    {
        if (attribute.IsBroken)
        {
            return null;
        }

        if (graph.Inputs.Count > 1 || graph.Outputs.Count > 1)
        {
            problems.Add(new Problem(RuleIds.SeveralTensors, new Anchor(attribute.Index), EquatableArray.Of(
                declaration.Class.Name, Words.Count(graph.Inputs.Count, "input", "inputs"), Words.Count(graph.Outputs.Count, "output", "outputs")))
            {
                Mends = EquatableArray.Of(RemoveTraining(attribute)),
            });
            return null;
        }

        var arguments = new Arguments(attribute, Owner, RuleIds.TrainingArgument, problems);
        Optimizer optimizer = OptimizerRules.Read(arguments);
        Metrics? metrics = ReadMetrics(arguments);
        TrainingPlan plan = OptimizerRules.Plan(arguments, optimizer) with
        {
            Loss = arguments.Choice("Loss", Loss.Auto),
            Metrics = metrics ?? Metrics.Accuracy,
            BatchSize = arguments.Positive("BatchSize", 32),
            Epochs = arguments.Positive("Epochs", 1),
            ValidationSplit = arguments.Real("ValidationSplit", 0, static value => value is >= 0 and < 1, "at least 0 and less than 1"),
            Shuffle = arguments.Flag("Shuffle", true),
            Seed = arguments.Integer("Seed"),
        };
        OptimizerRules.CheckNesterov(arguments, plan);
        BatchRules(arguments, plan, graph);
        ImageDataDeclaration? data = DataRules.Check(attribute, declaration, graph.Inputs, problems);
        if (graph.IsCertain && HasNoWeights(graph))
        {
            arguments.Report(RuleIds.NothingToTrain, null, [RemoveTraining(attribute)], declaration.Class.Name);
            return null;
        }

        return data is null ? null : LossRules.Choose(plan, metrics is not null, arguments, data, declaration, graph, problems);
    }

    // Flags can be combined, so that a defined value is one without unknown bits.
    private static Metrics? ReadMetrics(Arguments arguments)
    {
        if (arguments.Integer("Metrics") is not { } value)
        {
            return null;
        }

        const Metrics All = Metrics.Accuracy | Metrics.Top5Accuracy | Metrics.MeanAbsoluteError;
        if ((value & ~(int)All) == 0)
        {
            return (Metrics)value;
        }

        string text = value.ToString(CultureInfo.InvariantCulture);
        arguments.Report(RuleIds.UndefinedValue, "Metrics", Owner, $"(Metrics){(value < 0 ? $"({text})" : text)}", "Metrics",
            "Metrics.Accuracy, Metrics.Top5Accuracy and Metrics.MeanAbsoluteError, joined by |");
        return null;
    }

    // One value for each channel has no variance, and PyTorch refuses it.
    private static void BatchRules(Arguments arguments, TrainingPlan plan, GraphBuilder graph)
    {
        Node? normalization = graph.Nodes.FirstOrDefault(static node =>
            node.Layer.NeedsSeveralValues && node.Input.Count == node.Input.Channels);
        if (plan.BatchSize == 1 && normalization is not null && arguments.Integer("BatchSize") == 1)
        {
            arguments.OutOfRange("BatchSize", $"at least 2, because {normalization.Name} takes the variance over the batch", "1");
        }
    }

    private static Mend RemoveTraining(AttributeDeclaration training) => new("Remove [Training]", Edit.Remove(training.Index));

    private static bool HasNoWeights(GraphBuilder graph) => graph.Nodes.All(static node => node.TrainableParameters == 0);
}
