using System;
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
        if (input.IsMap)
        {
            return true;
        }

        string remedy = site.Flattener is { } flattener
            ? $"Move it above {flattener}."
            : "Write [Input(height, width, channels)].";
        site.Report(RuleIds.WrongRank, null, site.Name, "a map of height, width and channels",
            $"a vector of {Words.Text(input.Channels)}", site.Trace, remedy);
        return false;
    }

    /// <summary>The map after a window has moved over it; <see langword="null"/> after reporting that it does not fit.</summary>
    public static Shape? Slide(Shape input, Window height, Window width, int channels, string what, LayerSite site)
    {
        if (height.Output(input.Height) is { } rows && width.Output(input.Width) is { } columns)
        {
            return Shape.Map(rows, columns, channels);
        }

        site.Report(RuleIds.DoesNotFit, what == Kernel ? KernelArgument(input, height) : PoolArgument(input, height), site.Name,
            Words.Article(Words.Size(height.Size, width.Size)) + " " + what + Dilation(height, width),
            Words.Size(height.Extent, width.Extent), site.Text(input), site.Trace, Remedy(input, height, width, what, site));
        return null;
    }

    // The axis that is too large, or the one number for both.
    private static string KernelArgument(Shape input, Window height) =>
        height.Output(input.Height) is null ? "kernelHeight|kernelSize" : "kernelWidth|kernelSize";

    private static string PoolArgument(Shape input, Window height) =>
        height.Output(input.Height) is null ? "poolHeight|poolSize" : "poolWidth|poolSize";

    private static string Dilation(Window height, Window width) => (height.Dilation, width.Dilation) switch
    {
        (1, 1) => "",
        var (rows, columns) => $" with dilation {Words.Pair(rows, columns)}",
    };

    private static string Remedy(Shape input, Window height, Window width, string what, LayerSite site)
    {
        // The first axis of a channels-first image that is read as its height.
        if (site.IsFirst && input.Height is 1 or 3 or 4 && input.Channels > 4 && site.Format == DataFormat.ChannelsLast)
        {
            return $"Write [Input({input.Width}, {input.Channels}, {input.Height})], because shapes are height, width, channels.";
        }

        string largest = Words.Size(Largest(height, input.Height), Largest(width, input.Width));
        return $"Use Pad.Same or {Words.Article(what)} of at most {largest}.";
    }

    private static long Largest(Window window, int length) =>
        Math.Min(window.Size, ((length - 1L) / window.Dilation) + 1);
}
