namespace CnnGen;

/// <summary>The kernels of the first layer, and the maps of one image, of one model beside the other.</summary>
internal static class MapsSection
{
    private const int MostMaps = 32;
    private const int Columns = 8;
    private const double WidestRow = 300;
    private const double LargestPixel = 9;

    public static Markup Write(ReportContent content)
    {
        var section = new Markup();
        section.Line($"<section><h2>What it sees</h2>");
        if (!content.HasMaps)
        {
            return section.Line($"<p class=\"note\">The maps are left out: this file has no room for them.</p></section>");
        }

        int example = Example(content);
        section.Line($"""
            <p>Above, the kernels of the first layer: blue counts for, rust against. Below, what becomes of image {example}, which is
            “{content.NameOf(content.Data.Labels[example])}”: the lighter, the stronger a map responds there.</p>
            """);
        section.Line($"<div class=\"maps\">");
        foreach (ReportedModel model in content.Models)
        {
            section.Line($"<div class=\"model-maps\"><h3>{model.Name}</h3>").Add(Kernels(model)).Add(Maps(content, model, example)).Line($"</div>");
        }

        return section.Line($"</div></section>");
    }

    // One that all take for what it is, if there is one.
    private static int Example(ReportContent content)
    {
        IEnumerable<int> right = content.Models.Select(static model => model.Report.Results.Where(static result => result.IsRight).Select(static result => result.Index))
            .Aggregate(static (all, one) => all.Intersect(one));
        return right.Cast<int?>().FirstOrDefault() ?? content.Models[0].Report.Results[0].Index;
    }

    private static Markup Kernels(ReportedModel model)
    {
        LayerSummary? first = model.Architecture.Layers.FirstOrDefault(static layer => !PadSupport.Idle.Contains(layer.ClassName) && layer.ClassName != "Rescaling");
        if (first?.ClassName is not ("Conv2D" or "DepthwiseConv2D")
            || model.WeightOf(first.Name, "weight") is not { Values: float[] values, Shape: [_, _, var height, var width] } weight)
        {
            return new Markup();
        }

        // Of several channels, the first one's.
        int channels = (int)weight.Shape[1];
        int size = (int)(height * width);
        int count = (int)Math.Min(weight.Shape[0], MostMaps);
        var montage = Montage.Of(count, (int)height, (int)width, Columns * 2, (kernel, place) => values[(kernel * channels * size) + place], isSigned: true);
        return Figure(montage, $"{count} kernels of {height}×{width} of {first.Name}", $"{first.Name}, kernels {height}×{width}{(channels > 1 ? ", first channel" : "")}");
    }

    private static Markup Maps(ReportContent content, ReportedModel model, int example)
    {
        IReadOnlyList<FeatureMaps> maps = MapRun.Of(model, content.Data.Images[example]);
        if (maps.Count == 1)
        {
            return Markup.Of($"<p class=\"note\">Its maps cannot be shown: {PadSupport.Obstacle(model) ?? "its first layer is none that makes maps of maps."}</p>\n");
        }

        // A layer that only changes the values of each map is shown in place of the one before it.
        IEnumerable<FeatureMaps> shown = maps.Skip(1).Where((map, i) => i + 2 == maps.Count || IsWindow(model, maps[i + 2].Layer));
        return Markup.Join(shown.Select(static map => Figure(
            Montage.Of(Math.Min(map.Channels, MostMaps), map.Height, map.Width, Columns, (channel, place) => map.Values[(channel * map.Size) + place], isSigned: false),
            $"{Math.Min(map.Channels, MostMaps)} maps of {map.Height}×{map.Width} behind {map.Layer}",
            $"{map.Layer}, {map.Height}×{map.Width}×{map.Channels}")));
    }

    private static bool IsWindow(ReportedModel model, string layer) =>
        model.Architecture.Layers.First(row => row.Name == layer).Settings.Any(static setting => setting.Name is "kernelSize" or "poolSize");

    private static Markup Figure(Montage montage, string description, string caption) =>
        Markup.Of($"<figure>{montage.ToMarkup(description, Math.Min(WidestRow / montage.Width, LargestPixel))}<figcaption>{caption}</figcaption></figure>\n");
}
