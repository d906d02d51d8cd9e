namespace CnnGen;

/// <summary>Each network to one scale: maps as large as they are, as thick as they have channels; below them their weights.</summary>
internal static class DiagramSection
{
    public static Markup Write(ReportContent content)
    {
        var section = new Markup();
        section.Line($"<section><h2>The {(content.IsComparison ? "networks" : "network")}, to scale</h2>");
        section.Line($"""
            <p>A block is as high and wide as its map and as thick as it has channels; a vector is a bar as high as a square map of as many values.
            The number below is that of the weights that lead to it.</p>
            """);
        double pixel = NetworkDiagram.PixelFor(content.Models);
        foreach (ReportedModel model in content.Models)
        {
            section.Line($"<figure class=\"network\"><figcaption><b>{model.Name}</b> <span>{model.Idea}</span></figcaption>");
            section.Line($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Diagram of {model.Name}\">{new NetworkDiagram(model, pixel).ToMarkup()}</div>");
            section.Add(Table(model).Behind()).Line($"</figure>");
        }

        return section.Line($"</section>");
    }

    private static DataTable Table(ReportedModel model) => new(
        $"The layers of {model.Name}",
        ["layer", "class", "output", "weights", "multiply-adds", "receptive field"],
        [.. model.Architecture.Layers.Select(static layer => (IReadOnlyList<string>)
        [
            layer.Name, layer.ClassName, ReportText.Shape(layer.OutputShape), ReportText.Count(layer.Parameters), ReportText.Count(layer.MultiplyAdds), ReportText.Count(layer.ReceptiveField),
        ])]);
}
