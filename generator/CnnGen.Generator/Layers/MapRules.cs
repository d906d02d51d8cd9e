using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

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

        var (remedy, mends) = RankRemedy(input, axes, className, site);
        string given = input.IsVector ? $"a vector of {Words.Text(input.Channels)}" : input.Text;
        site.Report(RuleIds.WrongRank, null, mends, site.Name, axes.What, given, site.Trace, remedy);
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

        var (remedy, mends) = Remedy(input, windows, axes, what, site);
        site.Report(RuleIds.DoesNotFit, axes.Argument(what, what + "Size", tight), mends, site.Name, Named(windows, what) + Dilation(windows),
            Words.Size(windows.Select(static window => window.Extent)), input.Text, site.Trace, remedy);
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
        site.ReportInput(RuleIds.BadInputShape, [new Mend($"Write [Input({right}{format})]", Edit.Set(site.InputAttribute, "shape", right))],
            written, countsBatch ? "has four dimensions" : "has no channels", remedy);
    }

    private static (string Text, IEnumerable<Mend> Mends) RankRemedy(Shape input, MapAxes axes, string className, LayerSite site)
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
                [new Mend($"Write [Input({square})]", Edit.Set(site.InputAttribute, "shape", square))])
            : ($"Write [Input({axes.Shape})].", []);
    }

    private static (string Text, IEnumerable<Mend> Mends) FlattenedRemedy(string flattener, string className, LayerSite site)
    {
        if (className.StartsWith("Global", StringComparison.Ordinal))
        {
            return ($"Remove it: {flattener} has left nothing to pool.", [new Mend($"Remove {site.Name}", Edit.Remove(site.Attribute))]);
        }

        IEnumerable<Mend> mends = site.Declaration.From is null
            ? [new Mend($"Move {site.Name} above {flattener}", Edit.Move(site.Attribute, site.FlattenerAttribute))]
            : [];
        return ($"Move it above {flattener}.", mends);
    }

    // One number alone is no adjective.
    private static string Named(IReadOnlyList<Window> windows, string what) => windows.Count == 1
        ? $"a {what} of {Words.Text(windows[0].Size)}"
        : Words.Article(Words.Size(windows.Select(static window => (long)window.Size))) + " " + what;

    private static string Dilation(IReadOnlyList<Window> windows) => windows.All(static window => window.Dilation == 1)
        ? ""
        : $" with dilation {Words.SizeOrOne(windows.Select(static window => (long)window.Dilation).ToList())}";

    private static (string Text, IEnumerable<Mend> Mends) Remedy(
        Shape input, IReadOnlyList<Window> windows, MapAxes axes, string what, LayerSite site)
    {
        // The first axis of a channels-first image that is read as its height.
        if (site.IsFirst && windows.Count == 2 && input.Spatial[0] is 1 or 3 or 4 && input.Channels > 4 && input.Format == DataFormat.ChannelsLast)
        {
            string right = $"{input.Spatial[1]}, {input.Channels}, {input.Spatial[0]}";
            return ($"Write [Input({right})], because shapes are height, width, channels.",
                [new Mend($"Write [Input({right})]", Edit.Set(site.InputAttribute, "shape", right))]);
        }

        List<long> largest = windows.Zip(input.Spatial, Largest).ToList();
        return ($"Use Pad.Same or {Words.Article(what)} of at most {Words.Size(largest)}.",
            [new Mend("Use Pad.Same", Edit.Set(site.Attribute, "Padding", "Pad.Same")), Shrink(what, largest, axes, site)]);
    }

    // Where one number stands for all axes, the smallest one fits them all.
    private static Mend Shrink(string what, List<long> largest, MapAxes axes, LayerSite site)
    {
        string[] written = axes.Names.Select(name => what + name).ToArray();
        if (site.Declaration[written[0]] is null)
        {
            long side = largest.Min();
            return new Mend(
                $"Use a {what} of {Words.Size(largest.Select(_ => side))}", Edit.Set(site.Attribute, what + "Size", Words.Text(side)));
        }

        return new Mend(
            $"Use a {what} of {Words.Size(largest)}",
            written.Zip(largest, (argument, size) => Edit.Set(site.Attribute, argument, Words.Text(size))).ToArray());
    }

    private static long Largest(Window window, int length) =>
        Math.Min(window.Size, ((length - 1L) / window.Dilation) + 1);
}
