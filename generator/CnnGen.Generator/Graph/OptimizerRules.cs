using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>The optimizers, their arguments and Keras's defaults: <c>keras/optimizers/</c>.</summary>
internal static class OptimizerRules
{
    private const string Share = "at least 0 and less than 1";

    // Who takes what, beside the learning rate and the weight decay, which all take.
    private static readonly Dictionary<string, Optimizer[]> s_owners = new()
    {
        ["Momentum"] = new[] { Optimizer.SGD, Optimizer.RMSprop },
        ["Nesterov"] = new[] { Optimizer.SGD },
        ["Rho"] = new[] { Optimizer.RMSprop },
        ["Beta1"] = new[] { Optimizer.Adam, Optimizer.AdamW },
        ["Beta2"] = new[] { Optimizer.Adam, Optimizer.AdamW },
        ["Epsilon"] = new[] { Optimizer.Adam, Optimizer.AdamW, Optimizer.RMSprop },
    };

    public static Optimizer Read(Arguments arguments)
    {
        Optimizer optimizer = arguments.Choice("Optimizer", Optimizer.Adam);
        foreach (KeyValuePair<string, Optimizer[]> owner in s_owners)
        {
            if (!arguments.IsFaulty && arguments.Has(owner.Key) && !owner.Value.Contains(optimizer))
            {
                IEnumerable<Mend> others = owner.Value.Select(option => Use(option, owner.Key, arguments));
                arguments.Report(RuleIds.UnusedArgument, owner.Key, arguments.LeaveOut(owner.Key).Concat(others), optimizer.ToString(), owner.Key,
                    Words.OneOf(owner.Value.Select(static option => $"Optimizer.{option}")));
            }
        }

        return optimizer;
    }

    // Looking ahead needs a momentum.
    private static Mend Use(Optimizer optimizer, string argument, Arguments arguments)
    {
        var mend = new Mend($"Use Optimizer.{optimizer}", Edit.Set(arguments.Attribute, "Optimizer", $"Optimizer.{optimizer}"));
        return argument != "Nesterov" || arguments.Has("Momentum")
            ? mend
            : mend with { Edits = mend.Edits.Append(Edit.Set(arguments.Attribute, "Momentum", "0.9")).ToEquatableArray() };
    }

    public static TrainingPlan Plan(Arguments arguments, Optimizer optimizer) => new()
    {
        Optimizer = optimizer,
        LearningRate = arguments.Real(
            "LearningRate", optimizer == Optimizer.SGD ? 0.01 : 0.001, static value => value > 0, "larger than 0"),
        Momentum = arguments.Real("Momentum", 0, static value => value is >= 0 and <= 1, "between 0 and 1"),
        Nesterov = arguments.Flag("Nesterov", false),
        WeightDecay = arguments.Real(
            "WeightDecay", optimizer == Optimizer.AdamW ? 0.004 : 0, static value => value >= 0, "at least 0"),
        Rho = arguments.Real("Rho", 0.9, static value => value is >= 0 and < 1, Share),
        Beta1 = arguments.Real("Beta1", 0.9, static value => value is >= 0 and < 1, Share),
        Beta2 = arguments.Real("Beta2", 0.999, static value => value is >= 0 and < 1, Share),
        Epsilon = arguments.Real("Epsilon", 1e-7, static value => value > 0, "larger than 0"),
    };

    // PyTorch refuses to look ahead along a momentum of nothing.
    public static void CheckNesterov(Arguments arguments, TrainingPlan plan)
    {
        if (plan is { Optimizer: Optimizer.SGD, Nesterov: true, Momentum: 0 })
        {
            arguments.OutOfRange("Nesterov", "false without a Momentum larger than 0", "true");
        }
    }
}
