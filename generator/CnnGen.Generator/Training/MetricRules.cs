using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training;

/// <summary>Which metrics are asked for, and whether they can be measured.</summary>
internal static class MetricRules
{
    /// <summary>The metrics of an attribute; <see langword="null"/> where it does not say any.</summary>
    public static IReadOnlyList<MetricKind>? Read(Arguments arguments)
    {
        IReadOnlyList<MetricKind>? metrics = Flags(arguments);
        List<string> own = (metrics ?? []).SelectMany(static metric => metric.OwnArguments).ToList();
        UnusedArguments.Check(
            arguments, arguments.Owner, own,
            Kinds<MetricKind>.In<Language.Metrics>().Select(static kind => (kind.Text, kind.OwnArguments)).ToList(),
            (owner, _) => new Fix(
                $"Add {owner}",
                Edit.Set(arguments.Attribute, "Metrics", string.Join(" | ", (metrics ?? []).Select(static metric => metric.Text).Append(owner)))));
        return metrics?.Select(metric => metric.Read(arguments)).ToList();
    }

    private static IReadOnlyList<MetricKind>? Flags(Arguments arguments)
    {
        if (arguments.Integer("Metrics") is not { } value)
        {
            return null;
        }

        // Flags can be combined, so that a defined value is one without unknown bits.
        if ((value & ~Members.Aggregate(0, static (all, member) => all | (int)member)) == 0)
        {
            return Members.Where(member => (value & (int)member) != 0).Select(static member => Kinds<MetricKind>.Of(member)!).ToList();
        }

        string text = value.ToString(CultureInfo.InvariantCulture);
        arguments.Report(
            RuleIds.UndefinedValue, "Metrics", arguments.Owner, $"(Metrics){(value < 0 ? $"({text})" : text)}", "Metrics",
            $"{Words.AllOf(Members.Select(static member => $"Metrics.{member}"))}, joined by |");
        return null;
    }

    /// <summary>What is measured where nothing is said.</summary>
    public static IReadOnlyList<MetricKind> Default(LabelKind labels) =>
        [Kinds<MetricKind>.Of(labels switch
        {
            LabelKind.Number => Language.Metrics.MeanAbsoluteError,
            LabelKind.MultiHot => Language.Metrics.BinaryAccuracy,
            _ => Language.Metrics.Accuracy,
        })!];

    public static void Check(IReadOnlyList<MetricKind> metrics, MeasuredModel model, Arguments arguments)
    {
        foreach (MetricKind metric in metrics)
        {
            if (metric.Misfit(model) is var (reason, right))
            {
                arguments.Report(
                    RuleIds.Metrics, "Metrics", [new Fix($"Use Metrics.{right}", Edit.Set(arguments.Attribute, "Metrics", $"Metrics.{right}"))],
                    metric.Name, reason, $"Use Metrics.{right}.");
                return;
            }
        }
    }

    private static IEnumerable<Language.Metrics> Members =>
        ((Language.Metrics[])Enum.GetValues(typeof(Language.Metrics))).Where(static member => member != Language.Metrics.None);
}
