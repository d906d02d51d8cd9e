using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Training.Data;

/// <summary>Whether classes are to count the same, however many examples they have: of outputs that give one class for an example.</summary>
internal static class BalanceRules
{
    private const string Argument = "BalanceClasses";

    public static IReadOnlyList<OutputPlan> Read(Arguments arguments, IReadOnlyList<OutputPlan> plans)
    {
        if (!arguments.Flag(Argument, false))
        {
            return plans;
        }

        List<OutputPlan> balanced = plans.Select(static plan => CanBalance(plan) ? plan with { IsBalanced = true } : plan).ToList();
        if (!balanced.Any(static plan => plan.IsBalanced))
        {
            arguments.OutOfRange(Argument, "left out, because no output gives one class for an example with a loss that weighs examples", "true");
        }
        else if (balanced.Any(static plan => plan is { IsBalanced: true, ClassWeights.Count: > 0 }))
        {
            arguments.OutOfRange(Argument, "left out beside ClassWeights, which says the same in numbers", "true");
        }

        return balanced;
    }

    private static bool CanBalance(OutputPlan plan) =>
        plan.Labels is LabelKind.ClassIndex or LabelKind.OneHot && plan.Shape.IsVector && plan.Loss.CanWeigh;
}
