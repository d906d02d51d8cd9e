using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>An input such as (3, 32, 32), which is read as three rows of 32 pixels with 32 channels.</summary>
internal static class ChannelsFirstLook
{
    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from input in model.Network.Inputs
        let shape = input.Shape
        where shape is { Rank: 3, Format: DataFormat.ChannelsLast } && LooksChannelsFirst(shape.Dimensions) && IsImage(model, shape)
        let written = shape.Join(", ")
        let right = string.Join(", ", shape.Dimensions.Skip(1).Concat(shape.Dimensions.Take(1)).Select(static size => Words.Text(size)))
        select new Problem(
            RuleIds.ChannelsFirstLook, new Anchor(input.Attribute.Index, "shape"), EquatableArray.Of(written, right))
        {
            Fixes = EquatableArray.Of(
                new Fix($"Write [Input({right})]", Edit.Set(input.Attribute.Index, "shape", right)),
                new Fix("Write Format = DataFormat.ChannelsFirst", Edit.Set(input.Attribute.Index, "Format", "DataFormat.ChannelsFirst"))),
        };

    // Grey, colour, and colour with transparency.
    private static bool LooksChannelsFirst(EquatableArray<int> sizes) => sizes[0] is 1 or 3 or 4 && sizes[1] > 4 && sizes[2] > 4;

    // Without a window there is no telling rows from channels.
    private static bool IsImage(AdvisedModel model, Shape shape) =>
        model.Layers.Any(layer => layer.Layer.SlidingWindows.Count == 2 && layer.Node.Input.Rank == shape.Rank);
}
