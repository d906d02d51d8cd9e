using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Emission;

/// <summary>What a training plan says, as data for <c>ModelSummary.Training</c>.</summary>
internal static class TrainingDescription
{
    public static IReadOnlyList<LayerSetting> Of(TrainingPlan training, IReadOnlyList<OutputText> outputs)
    {
        var settings = new LayerSettings();
        training.Optimizer.Describe(settings);
        training.Schedule.Describe(settings);
        settings.Add("batchSize", training.BatchSize);
        settings.Add("epochs", training.Epochs);
        settings.AddUnless(0, "validationSplit", training.ValidationSplit);
        settings.AddUnless(1, "shuffle", training.Shuffle ? 1 : 0);
        if (training.Seed is { } seed)
        {
            settings.Add("seed", seed);
        }

        settings.AddUnless(0, "clipNorm", training.ClipNorm);
        settings.AddUnless(1, "accumulateSteps", training.AccumulateSteps);
        foreach (OutputText output in outputs)
        {
            Describe(output, output.Plan!, settings);
        }

        return settings.All;
    }

    private static void Describe(OutputText output, OutputPlan plan, LayerSettings settings)
    {
        settings.Add("output", output.Name, usual: "");
        settings.Add("target", plan.Target, usual: "");
        settings.Add("labels", plan.Labels.ToString(), usual: "");
        plan.Loss.Describe(settings);
        settings.AddUnless(1, "weight", plan.Weight);
        if (plan.ClassWeights.Count > 0)
        {
            settings.Add("classWeights", plan.ClassWeights.ToArray());
        }

        settings.AddUnless(0, "balanceClasses", plan.IsBalanced ? 1 : 0);
        settings.AddUnless(0, "weighted", plan.HasWeights ? 1 : 0);
        if (plan.IgnoredClass is { } ignored)
        {
            settings.Add("ignoredClass", ignored);
        }

        foreach (MetricKind metric in plan.Metrics)
        {
            settings.Add("metric", metric.Name, usual: "");
        }
    }
}
