using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Maps;

/// <summary>What all layers that move a window over a map have in common.</summary>
internal static class MapRules
{
    public const string Kernel = "kernel";
    public const string Pool = "pool";

    /// <summary>Reports an input that has not the axes.</summary>
    /// <param name="input">What comes in.</param>
    /// <param name="axes">The axes that are needed, beside the channels.</param>
    /// <param name="className">The layer's class, which may have siblings for other numbers of axes.</param>
    /// <param name="site">Where the layer stands.</param>
    public static bool NeedsMap(Shape input, MapAxes axes, string className, LayerSite site)
    {
        if (input.Rank == axes.Count + 1)
        {
            return true;
        }

        if (input == site.Start && (input.Rank == axes.Count ? axes != MapAxes.Volume : axes == MapAxes.Image && input.Rank == 4))
        {
            ReportInput(input, site);
            return false;
        }

        var (remedy, fixes) = RankRemedy(input, axes, className, site);
        string given = input.IsVector ? $"a vector of {Words.Text(input.Channels)}" : input.Text;
        site.Report(RuleIds.WrongRank, null, fixes, site.Name, axes.What, given, site.Trace, remedy);
        return false;
    }

    /// <summary>The map after windows have moved over it; <see langword="null"/> after reporting that they do not fit.</summary>
    public static Shape? Slide(Shape input, IReadOnlyList<Window> windows, MapAxes axes, int channels, string what, LayerSite site)
    {
        List<int?> sizes = windows.Zip(input.Spatial, static (window, length) => window.Output(length)).ToList();
        int tight = sizes.FindIndex(static size => size is null);
        if (tight < 0)
        {
            return input.WithChannels(channels).WithSpatial(sizes.Select(static size => size!.Value));
        }

        string argument = axes.Argument(what, what + "Size", tight);
        Remedy remedy = ChannelsFirst(input, windows, site) ?? new WindowRemedies(input, windows, axes, what, argument, site).Best();
        site.Report(RuleIds.DoesNotFit, argument, remedy.Fixes, site.Name, Named(windows, what) + Dilation(windows),
            Words.Size(windows.Select(static window => window.Extent)), input.Text, site.Trace, remedy.Text + ".");
        return null;
    }

    // What forgot the channels or counts the batch is the input, not the layer that finds out.
    private static void ReportInput(Shape input, LayerSite site)
    {
        string written = input.Join(", ");
        bool countsBatch = input.Rank == 4;
        string right = countsBatch ? string.Join(", ", input.Dimensions.Skip(1).Select(static size => Words.Text(size)))
            : input.Format == DataFormat.ChannelsFirst ? $"1, {written}"
            : $"{written}, 1";
        string format = input.Format == DataFormat.ChannelsFirst ? ", Format = DataFormat.ChannelsFirst" : "";
        string remedy = countsBatch ? $"Leave the batch out: [Input({right}{format})]."
            : $"Write [Input({right}{format})] for {(input.IsVector ? "one channel" : "a grey image")}.";
        site.ReportInput(RuleIds.BadInputShape, [new Fix($"Write [Input({right}{format})]", Edit.Set(site.InputAttribute, "shape", right))],
            written, countsBatch ? "has four dimensions" : "has no channels", remedy);
    }

    private static (string Text, IEnumerable<Fix> Fixes) RankRemedy(Shape input, MapAxes axes, string className, LayerSite site)
    {
        if (site.Flattener is { } flattener && input.IsVector)
        {
            return FlattenedRemedy(flattener, className, site);
        }

        string sibling = className.Replace($"{axes.Count}D", $"{input.Rank - 1}D");
        if (!input.IsVector && LayerRegistry.Find(sibling) is not null)
        {
            return ($"Use {sibling}, or bring it to {axes.Shape}.", []);
        }

        int side = (int)Math.Sqrt(input.Count);
        bool isSquare = axes == MapAxes.Image && input == site.Start && input.IsVector && input.Format == DataFormat.ChannelsLast
            && (long)side * side == input.Count;
        string square = $"{Words.Text(side)}, {Words.Text(side)}, 1";
        return isSquare
            ? ($"Write [Input({axes.Shape})], for example [Input({square})].",
                [new Fix($"Write [Input({square})]", Edit.Set(site.InputAttribute, "shape", square))])
            : ($"Write [Input({axes.Shape})].", []);
    }

    private static (string Text, IEnumerable<Fix> Fixes) FlattenedRemedy(string flattener, string className, LayerSite site)
    {
        if (className.StartsWith("Global", StringComparison.Ordinal))
        {
            return ($"Remove it: {flattener} has left nothing to pool.", [new Fix($"Remove {site.Name}", Edit.Remove(site.Attribute))]);
        }

        IEnumerable<Fix> fixes = site.Declaration.From is null
            ? [new Fix($"Move {site.Name} above {flattener}", Edit.Move(site.Attribute, site.FlattenerAttribute))]
            : [];
        return ($"Move it above {flattener}.", fixes);
    }

    // One number alone is no adjective.
    private static string Named(IReadOnlyList<Window> windows, string what) => windows.Count == 1
        ? $"a {what} of {Words.Text(windows[0].Size)}"
        : Words.Article(Words.Size(windows.Select(static window => (long)window.Size))) + " " + what;

    private static string Dilation(IReadOnlyList<Window> windows) => windows.All(static window => window.Dilation == 1)
        ? ""
        : $" with dilation {Words.SizeOrOne(windows.Select(static window => (long)window.Dilation).ToList())}";

    // The first axis of a channels-first image that is read as its height.
    private static Remedy? ChannelsFirst(Shape input, IReadOnlyList<Window> windows, LayerSite site)
    {
        if (!site.IsFirst || windows.Count != 2 || input.Spatial[0] is not (1 or 3 or 4) || input.Channels <= 4 || input.Format != DataFormat.ChannelsLast)
        {
            return null;
        }

        string right = $"{input.Spatial[1]}, {input.Channels}, {input.Spatial[0]}";
        return new Remedy(
            $"Write [Input({right})], because shapes are height, width, channels",
            new Fix($"Write [Input({right})]", Edit.Set(site.InputAttribute, "shape", right)));
    }
}
