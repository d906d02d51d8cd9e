using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>What brings the inputs of a merge to one shape.</summary>
internal static class MergeRemedies
{
    // What a block lets its uses choose about a convolution.
    private static readonly string[] s_channelArguments = ["Filters", "Units", "Expansion"];

    // Blocks multiply their channels by four at most.
    private const int LargestMultiple = 4;

    /// <summary>The input or the padding that keeps maps of one size apart; <see langword="null"/> where neither does.</summary>
    public static Remedy? SameMaps(LayerSite site) => InputMultiple(site) ?? SamePadding(site);

    /// <summary>A 1×1 convolution for the only input that does not fit; <see langword="null"/> where none does.</summary>
    public static Remedy? Projection(IReadOnlyList<Shape> inputs, LayerSite site)
    {
        Shape wanted = inputs.GroupBy(static shape => shape).OrderByDescending(static group => group.Count()).First().Key;
        List<int> others = Enumerable.Range(0, inputs.Count).Where(i => inputs[i] != wanted).ToList();
        return others.Count == 1 && inputs[others[0]].Rank == wanted.Rank && !wanted.IsVector
            && Fixes.Projection(wanted, inputs[others[0]], Channels(wanted.Channels, site), stride => Strides(stride, site)) is { } projection
            ? Projection(site, others[0], projection)
            : null;
    }

    // A U-Net on a map of an odd size: what was halved and doubled again has lost a row.
    private static Remedy? InputMultiple(LayerSite site)
    {
        GraphPath path = site.Longest.Path;
        int step = path.LargestStep;
        List<int> odd = path.Start.IsVector ? [] : path.Start.Spatial.Where(side => side % step != 0).Distinct().ToList();
        List<Func<int, int>> roundings = odd.Count == 0 ? [] : new Func<int, int>[] { Down, Up }.Where(Fits).ToList();
        if (roundings.Count == 0)
        {
            return null;
        }

        IEnumerable<string> sizes = odd.Select(side =>
            $"{Words.OneOf(roundings.Select(round => Words.Text(round(side))))} instead of {Words.Text(side)}");
        Fix[] fixes = roundings.Select(Rounded)
            .Select(shape => new Fix($"Write [Input({shape.Join(", ")})]", Edit.Set(path.InputAttribute, "shape", shape.Join(", "))))
            .ToArray();
        return new Remedy(
            $"The sides of the input must be multiples of {Words.Text(step)}, so that nothing is lost on the way down: {Words.AllOf(sizes)}",
            site.IsInputFree ? fixes : []);

        int Down(int side) => side / step * step;

        int Up(int side) => (side + step - 1) / step * step;

        Shape Rounded(Func<int, int> round) => path.Start.WithSpatial(path.Start.Spatial.Select(round));

        bool Fits(Func<int, int> round) => Rounded(round) is var shape && shape.Spatial.All(static side => side > 0)
            && site.IsFixed(RuleIds.MergeShapes, null, path.InputAttribute, shape);
    }

    // One branch has lost its border to windows that the other one does not have.
    private static Remedy? SamePadding(LayerSite site)
    {
        List<PlacedLayer> windows = site.Sources
            .SelectMany(static source => source.Path.Layers)
            .Distinct()
            .Where(static layer => layer.Node.Layer.SlidingWindows.Any(static window => window is { Pad: Pad.Valid, Stride: 1, Extent: > 1 }))
            .ToList();
        Fix fix = new("Use Pad.Same", windows.Select(static layer => Edit.Set(layer.Attribute.Index, "Padding", "Pad.Same")).ToArray());
        var remedy = new Remedy(
            $"Use Pad.Same in {Words.AllOf(windows.Select(Shown))}",
            windows.TrueForAll(static layer => layer.Attribute.Place.IsOnModel) ? [fix] : []);
        foreach (PlacedLayer window in windows)
        {
            remedy.Changing(window.Attribute.Place, static layer => layer.With("Padding", (int)Pad.Same));
        }

        return windows.Count > 0 && site.IsFixed(RuleIds.MergeShapes, null, remedy) ? remedy : null;
    }

    private static string Shown(PlacedLayer layer) => layer.Attribute.Place.IsOnModel
        ? layer.Node.Name
        : $"{layer.Node.Name} of {layer.Attribute.Place.Class.Split('.').Last()}";

    private static Remedy Projection(LayerSite site, int place, string projection)
    {
        bool isAboveUnnamed = site.Sources[0].Reference is null;
        List<string> names = site.Sources.Select(source => source.Reference ?? site.FreeName("main")).ToList();
        string name = site.FreeName($"{names[place]}_projection");
        string layer = $"{projection}, From = {Fixes.Literal(names[place])}, Name = {Fixes.Literal(name)})";
        string merged = string.Join(", ", names.Select((source, i) => Fixes.Literal(i == place ? name : source)));
        string naming = isAboveUnnamed ? $"Give the layer above it Name = {Fixes.Literal(names[0])}, insert" : "Insert";
        return new Remedy(
            $"{naming} [{layer}] above it, and write [{site.Declaration.Name}({merged})]",
            isAboveUnnamed ? [] : [Fixes.Project(site.Declaration, names, place, projection, name)]);
    }

    // A block serves several uses: what the use gives is not written as a number.
    private static string Channels(int channels, LayerSite site) => s_channelArguments
        .SelectMany(static argument => Enumerable.Range(1, LargestMultiple).Select(factor => (argument, factor)))
        .Where(multiple => site.Use?[multiple.argument] is int given && given * multiple.factor == channels)
        .Select(static multiple => $"Arg.{multiple.argument}" + (multiple.factor == 1 ? "" : $" * {Words.Text(multiple.factor)}"))
        .FirstOrDefault() ?? Words.Text(channels);

    private static string Strides(int stride, LayerSite site) =>
        site.Use?["Strides"] is int given && given == stride ? "Arg.Strides" : Words.Text(stride);
}
