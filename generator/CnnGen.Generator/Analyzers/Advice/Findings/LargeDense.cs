using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Layers.Reshaping;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>The Dense layer behind a Flatten that holds nearly all weights of the network.</summary>
internal static class LargeDense
{
    /// <summary>From this share of all parameters on.</summary>
    private const double Share = 0.9;

    /// <summary>Smaller layers are cheap, whatever share they have.</summary>
    private const long Parameters = 1_000_000;

    public static IEnumerable<Problem> Find(AdvisedModel model)
    {
        long all = model.Layers.Sum(static layer => layer.Node.OwnParameters);
        return
            from dense in model.Layers
            where dense.Layer is DenseLayer && dense.Node.OwnParameters >= Parameters && dense.Node.OwnParameters >= Share * all
            let flatten = dense.Above
            where flatten is { Layer: FlattenLayer, Node.Input.IsVector: false }
            select dense.Advise(
                RuleIds.LargeDense, null, Fix(dense, flatten),
                dense.Node.Name, Words.Text(dense.Node.OwnParameters), Words.Text(all),
                (100.0 * dense.Node.OwnParameters / all).ToString("0", CultureInfo.InvariantCulture),
                flatten.Node.Name, Words.Text(flatten.Node.Output.Last));
    }

    // What stands below and claims the number of features would be wrong afterwards.
    private static IEnumerable<Fix> Fix(AdvisedLayer dense, AdvisedLayer flatten)
    {
        bool isClaimed = dense.Attribute["InputFeatures"] is not null;
        if (!isClaimed && flatten.IsOnModel && flatten.OnlyReader == dense && flatten.Node.Input.Rank == 3)
        {
            yield return new Fix(
                "Take the mean of each channel with [GlobalAveragePooling2D]",
                Fixes.Replace(flatten.Attribute, "GlobalAveragePooling2D"));
        }
    }
}
