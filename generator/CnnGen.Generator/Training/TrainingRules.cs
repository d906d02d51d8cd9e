using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training.Data;
using CnnGen.Generator.Training.Schedules;

namespace CnnGen.Generator.Training;

/// <summary>Checks [Training]: its own arguments, the data set, and whether inputs and outputs fit it.</summary>
internal static class TrainingRules
{
    private const string Owner = "Training";

    // What [Output] says of training.
    private static readonly string[] s_ofOutputs = { "Target", "Loss", "CustomLoss", "Weight", "Metrics", "Delta", "Alpha", "Gamma", "LabelSmoothing", "TopK", "ClassWeights" };

    /// <returns>What to train with; <see langword="null"/> if that is not known.</returns>
    public static TrainingPlan? Check(
        AttributeDeclaration attribute, ModelDeclaration declaration, CheckedNetwork graph, List<Problem> problems)
    {
        if (attribute.IsBroken)
        {
            return null;
        }

        var arguments = new Arguments(attribute, Owner, RuleIds.TrainingArgument, problems);
        OptimizerKind optimizer = OptimizerRules.Read(arguments);
        ScheduleKind schedule = ScheduleRules.Read(arguments);
        double clipNorm = arguments.Real("ClipNorm", 0, static value => value >= 0, "at least 0");
        int accumulateSteps = arguments.Positive("AccumulateSteps", 1);
        int batchSize = arguments.Positive("BatchSize", 32);
        int epochs = arguments.Positive("Epochs", 1);
        double split = arguments.Real("ValidationSplit", 0, static value => value is >= 0 and < 1, "at least 0 and less than 1");
        CheckBatchSize(arguments, graph);
        CheckNames(attribute, arguments, declaration, problems);
        TrainedData? data = DataRules.Check(attribute, declaration, problems);
        bool hasInputs = data is not null && InputMatching.Check(data, attribute, declaration, graph.Inputs, problems);
        if (graph.IsCertain && HasNoWeights(graph))
        {
            arguments.Report(RuleIds.NothingToTrain, null, [RemoveTraining(attribute)], declaration.Class.Name);
            return null;
        }

        if (!hasInputs || OutputMatching.Match(data!, arguments, declaration, graph, problems) is not { } outputs)
        {
            return null;
        }

        IReadOnlyList<OutputPlan> plans = BalanceRules.Read(arguments, OutputRules.Check(outputs, problems));
        ForgetRepetitions(problems);
        return new TrainingPlan
        {
            Optimizer = optimizer,
            Outputs = plans.ToEquatableArray(),
            Schedule = schedule,
            ClipNorm = clipNorm,
            AccumulateSteps = accumulateSteps,
            BatchSize = batchSize,
            Epochs = epochs,
            ValidationSplit = split,
            Shuffle = arguments.Flag("Shuffle", true),
            Seed = arguments.Integer("Seed"),
        };
    }

    /// <summary>What [Output] says of training in a model that is not trained.</summary>
    public static void CheckUntrained(ModelDeclaration declaration, List<Problem> problems)
    {
        foreach (AttributeDeclaration output in declaration.Attributes.Where(static attribute => attribute.Kind == AttributeKind.Output))
        {
            if (s_ofOutputs.FirstOrDefault(argument => output[argument] is not null) is { } argument)
            {
                var arguments = new Arguments(output, "Output", RuleIds.TrainingArgument, problems);
                arguments.Report(
                    RuleIds.UnusedArgument, argument, arguments.LeaveOut(argument), $"A model without [Training]", argument, "[Training<TData>]");
            }
        }
    }

    // Whatever the data is.
    private static void CheckNames(AttributeDeclaration attribute, Arguments arguments, ModelDeclaration declaration, List<Problem> problems)
    {
        MetricRules.Read(arguments);
        OwnFunctionRules.Check(arguments, attribute, declaration);
        arguments.Choice("Loss", Loss.Auto);
        foreach (AttributeDeclaration output in declaration.Attributes.Where(static other => other.Kind == AttributeKind.Output && !other.IsBroken))
        {
            OwnFunctionRules.Check(new Arguments(output, "Output", RuleIds.TrainingArgument, problems), output, declaration);
        }
    }

    // What is said once for several outputs is read for each of them.
    private static void ForgetRepetitions(List<Problem> problems)
    {
        List<Problem> once = problems.Distinct().ToList();
        problems.Clear();
        problems.AddRange(once);
    }

    // One value for each channel has no variance, and PyTorch refuses it.
    private static void CheckBatchSize(Arguments arguments, CheckedNetwork graph)
    {
        Node? normalization = graph.Nodes.FirstOrDefault(static node =>
            node.Layer.NeedsSeveralValues && node.Input.Count == node.Input.Channels);
        if (normalization is not null && arguments.Integer("BatchSize") == 1)
        {
            arguments.OutOfRange("BatchSize", $"at least 2, because {normalization.Name} takes the variance over the batch", "1");
        }
    }

    private static Fix RemoveTraining(AttributeDeclaration training) => new("Remove [Training]", Edit.Remove(training.Index));

    private static bool HasNoWeights(CheckedNetwork graph) => graph.Nodes.All(static node => node.TrainableParameters == 0);
}
