using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Analyzers.Advice.Findings;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>All advice on a model.</summary>
internal static class Advisor
{
    private static readonly Func<AdvisedModel, IEnumerable<Problem>>[] s_rules =
    {
        CancelledBias.Find, StridesWithSame.Find, LargeDense.Find, DroppedRows.Find, LinearStack.Find, ReLUOutput.Find,
        UnreachedLayer.Find, GappedWindows.Find, ChannelsFirstLook.Find, RepeatedAxis.Find, DenseOnMap.Find,
        NormalizedProbabilities.Find, OtherAxis.Find, JoinedWidth.Find,
    };

    /// <summary>One of a kind at each place: a block that is used ten times is not advised ten times.</summary>
    public static EquatableArray<Problem> Advise(AdvisedModel model) => s_rules
        .SelectMany(rule => rule(model))
        .GroupBy(static problem => (problem.Id, problem.Anchor))
        .Select(static same => same.First())
        .ToEquatableArray();
}
