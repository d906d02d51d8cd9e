using System;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>What all layers that move a window over a map have in common.</summary>
internal static class MapRules
{
    public const string Kernel = "kernel";
    public const string Pool = "pool";

    /// <summary>Reports a vector where a map is needed.</summary>
    public static bool NeedsMap(Shape input, LayerSite site)
    {
        if (input.Rank == 3)
        {
            return true;
        }

        if (input == site.Start && input.Rank != 1)
        {
            ReportInput(input, site);
            return false;
        }

        string remedy = site.Flattener is { } flattener
            ? $"Move it above {flattener}."
            : "Write [Input(height, width, channels)].";
        string given = input.IsVector ? $"a vector of {Words.Text(input.Channels)}" : input.Text;
        site.Report(RuleIds.WrongRank, null, site.Name, "a map of height, width and channels", given, site.Trace, remedy);
        return false;
    }

    // What forgot the channels or counts the batch is the input, not the layer that finds out.
    private static void ReportInput(Shape input, LayerSite site)
    {
        string written = input.Join(", ");
        var (fault, right) = (input.Rank, input.Format) switch
        {
            (2, DataFormat.ChannelsFirst) => ("has no channels", $"1, {written}"),
            (2, _) => ("has no channels", $"{written}, 1"),
            _ => ("has four dimensions", string.Join(", ", input.Dimensions.Skip(1).Select(static size => Words.Text(size)))),
        };
        string format = input.Format == DataFormat.ChannelsFirst ? ", Format = DataFormat.ChannelsFirst" : "";
        string remedy = input.Rank == 2
            ? $"Write [Input({right}{format})] for a grey image."
            : $"Leave the batch out: [Input({right}{format})].";
        site.ReportInput(RuleIds.BadInputShape, [new Mend($"Write [Input({right}{format})]", Edit.Set(site.InputAttribute, "shape", right))],
            written, fault, remedy);
    }

    /// <summary>The map after a window has moved over it; <see langword="null"/> after reporting that it does not fit.</summary>
    public static Shape? Slide(Shape input, Window height, Window width, int channels, string what, LayerSite site)
    {
        if (height.Output(input.Spatial[0]) is { } rows && width.Output(input.Spatial[1]) is { } columns)
        {
            return input.WithChannels(channels).WithSpatial([rows, columns]);
        }

        site.Report(RuleIds.DoesNotFit, what == Kernel ? KernelArgument(input, height) : PoolArgument(input, height), site.Name,
            Words.Article(Words.Size(height.Size, width.Size)) + " " + what + Dilation(height, width),
            Words.Size(height.Extent, width.Extent), input.Text, site.Trace, Remedy(input, height, width, what, site));
        return null;
    }

    // The axis that is too large, or the one number for both.
    private static string KernelArgument(Shape input, Window height) =>
        height.Output(input.Spatial[0]) is null ? "kernelHeight|kernelSize" : "kernelWidth|kernelSize";

    private static string PoolArgument(Shape input, Window height) =>
        height.Output(input.Spatial[0]) is null ? "poolHeight|poolSize" : "poolWidth|poolSize";

    private static string Dilation(Window height, Window width) => (height.Dilation, width.Dilation) switch
    {
        (1, 1) => "",
        var (rows, columns) => $" with dilation {Words.Pair(rows, columns)}",
    };

    private static string Remedy(Shape input, Window height, Window width, string what, LayerSite site)
    {
        // The first axis of a channels-first image that is read as its height.
        if (site.IsFirst && input.Spatial[0] is 1 or 3 or 4 && input.Channels > 4 && input.Format == DataFormat.ChannelsLast)
        {
            return $"Write [Input({input.Spatial[1]}, {input.Channels}, {input.Spatial[0]})], because shapes are height, width, channels.";
        }

        string largest = Words.Size(Largest(height, input.Spatial[0]), Largest(width, input.Spatial[1]));
        return $"Use Pad.Same or {Words.Article(what)} of at most {largest}.";
    }

    private static long Largest(Window window, int length) =>
        Math.Min(window.Size, ((length - 1L) / window.Dilation) + 1);
}
