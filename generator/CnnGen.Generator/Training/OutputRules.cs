using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training.Data;
using CnnGen.Generator.Training.Losses;

namespace CnnGen.Generator.Training;

/// <summary>How each output is trained: its loss, its metrics, its weights, and whether these fit what it gives and should give.</summary>
internal static class OutputRules
{
    public static IReadOnlyList<OutputPlan> Check(
        IReadOnlyList<TrainedOutput> outputs, List<Problem> problems)
    {
        List<OutputPlan> plans = outputs.Select(output => Check(output, problems)).ToList();
        CheckUnused(outputs, plans);
        return plans;
    }

    private static OutputPlan Check(TrainedOutput output, List<Problem> problems)
    {
        TrainedTarget target = output.Target;
        LossKind loss = LossRules.Choose(OwnFunctionRules.LossOf(output.Loss) ?? Kinds<LossKind>.Of(output.Loss.Choice("Loss", Loss.Auto)), output, problems)
            .Read(output.Loss);
        loss = loss with { Given = output.Loss.Given(loss.OwnArguments) };
        IReadOnlyList<MetricKind>? metrics = MetricRules.Read(output.Metrics);
        MetricRules.Check(
            metrics ?? [],
            new MeasuredModel(
                output.DataName, target.Kind, output.Layer?.Node.Name, output is { Shape: { } given } && (given.IsVector || target.IsMap) ? given.Channels : null),
            output.Metrics);
        double weight = output.Attribute?.Real("Weight", 1, static value => value is > 0 and < float.MaxValue, "larger than 0 and finite") ?? 1;
        var plan = new OutputPlan
        {
            Layer = output.Layer?.Node.Name ?? "",
            Target = target.Name ?? "target",
            Loss = loss,
            Metrics = (metrics ?? MetricRules.Default(target.Kind)).Concat(OwnFunctionRules.MetricsOf(output.Metrics)).ToEquatableArray(),
            Labels = target.Kind,
            Shape = output.Shape ?? new Shape(EquatableArray.Of(1), DataFormat.ChannelsLast),
            Weight = weight,
            ClassWeights = ClassWeights(output, loss),
            HasWeights = target.IsWeighted,
            IgnoredClass = target.IgnoredClass,
        };
        CheckWeights(output, plan);
        return plan;
    }

    private static EquatableArray<double> ClassWeights(TrainedOutput output, LossKind loss)
    {
        if (output.ClassWeights.Reals("ClassWeights") is not { } weights)
        {
            return EquatableArray<double>.Empty;
        }

        TrainedTarget target = output.Target;
        int classes = target.Classes > 0 ? target.Classes : loss.IsForOneUnit ? 2 : output.Shape?.Channels ?? weights.Count;
        string? range = target.Kind is LabelKind.Number or LabelKind.MultiHot ? "left out, because no example has one class"
            : weights.Count != classes ? $"{Words.Text(classes)} numbers, one for each class"
            : weights.Any(static weight => !(weight >= 0) || weight > float.MaxValue) ? "finite numbers that are not below 0"
            : null;
        if (range is not null)
        {
            output.ClassWeights.OutOfRange("ClassWeights", range, $"[{string.Join(", ", weights.Select(static weight => Literals.Double(weight)))}]");
        }

        return weights;
    }

    // A loss over the whole batch cannot count one example more than another.
    private static void CheckWeights(TrainedOutput output, OutputPlan plan)
    {
        string? what = plan.ClassWeights.Count > 0 ? "ClassWeights" : plan.HasWeights ? "weights of examples" : plan.IgnoredClass is not null ? "ignored class" : null;
        bool isOwn = plan.Loss is CustomLoss;
        if (what is null || plan.Loss.CanWeigh || (what == "ignored class" && !isOwn))
        {
            return;
        }

        Arguments place = plan.ClassWeights.Count > 0 ? output.ClassWeights : output.Loss;
        string argument = plan.ClassWeights.Count > 0 ? "ClassWeights" : isOwn ? "CustomLoss" : "Loss";
        place.Report(RuleIds.UnusedArgument, argument, plan.Loss.Text, what, isOwn ? "a loss of CnnGen's" : "another loss, which is a mean over the examples");
    }

    // What several outputs share is used if one of them uses it.
    private static void CheckUnused(IReadOnlyList<TrainedOutput> outputs, IReadOnlyList<OutputPlan> plans)
    {
        foreach (IGrouping<Arguments, TrainedOutput> source in outputs.GroupBy(static output => output.Loss))
        {
            List<LossKind> losses = source.Select(output => plans[output.Place].Loss).ToList();
            LossRules.CheckUnused(source.Key, losses, source.First());
        }
    }
}
