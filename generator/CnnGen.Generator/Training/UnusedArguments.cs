using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training;

/// <summary>An argument of [Training] that belongs to another loss, optimizer or metric than the chosen one, which would ignore it.</summary>
internal static class UnusedArguments
{
    /// <param name="arguments">The attribute.</param>
    /// <param name="chosen">What was chosen, as messages call it.</param>
    /// <param name="own">The arguments that this takes.</param>
    /// <param name="all">All that can be chosen, with their arguments.</param>
    /// <param name="use">The fix that chooses another one for an argument's sake; <see langword="null"/> where that would not do.</param>
    public static void Check(
        Arguments arguments, string chosen, IReadOnlyList<string> own, IReadOnlyList<(string Text, IReadOnlyList<string> Arguments)> all,
        Func<string, string, Fix?> use)
    {
        foreach (string argument in all.SelectMany(static kind => kind.Arguments).Distinct())
        {
            if (!arguments.IsFaulty && arguments.Has(argument) && !own.Contains(argument))
            {
                List<string> owners = all.Where(kind => kind.Arguments.Contains(argument)).Select(static kind => kind.Text).ToList();
                arguments.Report(
                    RuleIds.UnusedArgument, argument, arguments.LeaveOut(argument).Concat(owners.Select(owner => use(owner, argument)).OfType<Fix>()),
                    chosen, argument, Words.OneOf(owners));
            }
        }
    }
}
