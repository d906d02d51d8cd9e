using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Analyzers.Advice.Findings;

/// <summary>A window whose strides do not come out even: what is left at the end is never read.</summary>
internal static class DroppedRows
{
    private static readonly string[][] s_words =
    {
        new[] { "step", "steps" }, new[] { "column", "columns" }, new[] { "row", "rows" }, new[] { "slice", "slices" },
    };

    public static IEnumerable<Problem> Find(AdvisedModel model) =>
        from layer in model.Layers
        let windows = layer.Layer.SlidingWindows
        where windows.Count > 0
        let dropped = windows.Select((window, axis) => Dropped(window, layer.Node.Input.Spatial[axis])).ToList()
        where dropped.Exists(static rest => rest > 0)
        select layer.Advise(
            RuleIds.DroppedRows, "Strides|StridesWidth", Crop(layer, dropped),
            layer.Node.Name, Text(dropped), layer.Node.Input.Text, Words.SizeOrOne(windows.Select(static window => (long)window.Stride).ToList()),
            Even(layer, dropped));

    // Says in code what happens anyway: no number changes.
    private static IEnumerable<Fix> Crop(AdvisedLayer layer, List<int> dropped)
    {
        if (layer.Attribute is not { Kind: AttributeKind.Layer, From: null })
        {
            return [];
        }

        string cropping = $"Cropping{Words.Text(dropped.Count)}D({string.Join(", ", dropped.Select(static rest => $"0, {Words.Text(rest)}"))})";
        return [new Fix($"Insert [{cropping}] above {layer.Node.Name}", Edit.InsertAbove(layer.Attribute.Index, cropping))];
    }

    private static int Dropped(Window window, int length) =>
        window.Pad != Pad.Valid ? 0 : (int)((length - window.Extent) % window.Stride);

    // Axes are named from the last one on; the only one of a sequence is its time.
    private static string Text(List<int> dropped) => string.Join(" and ", dropped
        .Select((rest, axis) => (Count: rest, Words: s_words[dropped.Count == 1 ? 0 : dropped.Count - axis]))
        .Where(static axis => axis.Count > 0)
        .Select(static axis => Words.Count(axis.Count, axis.Words[0], axis.Words[1])));

    private static string Even(AdvisedLayer layer, List<int> dropped)
    {
        EquatableArray<int> sizes = layer.Node.Input.Spatial;
        return layer.Node.Input.WithSpatial(sizes.Select((size, axis) => size - dropped[axis])).Text;
    }
}
