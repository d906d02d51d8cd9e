namespace CnnGen;

/// <summary>A network as blocks from left to right, in cabinet projection.</summary>
internal sealed class NetworkDiagram
{
    // In units of the picture: a pixel of a map, a channel, the gap between two blocks, the least room that a label needs.
    private const double Pixel = 2.6;
    private const double Channel = 0.55;
    private const double Gap = 26;
    private const double Room = 92;
    private const double Ground = 150;
    private const double LargestSide = 110;
    private const double LargestDepth = 90;

    private readonly ReportedModel _model;
    private readonly double _pixel;
    private readonly Markup _blocks = new();
    private double _right = 8;

    public NetworkDiagram(ReportedModel model)
    {
        _model = model;
        double largest = Shapes().Max(Side);
        _pixel = Math.Min(Pixel, LargestSide / largest);
    }

    public Markup ToMarkup()
    {
        Block("input", "", _model.Architecture.InputShape, 0);
        foreach (LayerSummary layer in _model.Architecture.Layers.Where(static layer => layer.ActivationBytes > 0 || layer.Parameters > 0))
        {
            Block(layer.Name, layer.ClassName, layer.OutputShape, layer.Parameters);
        }

        double height = Ground + 62;
        string path = string.Join(", then ", Shapes().Distinct().Select(ReportText.Shape));
        return Markup.Of($"<svg class=\"diagram\" role=\"img\" viewBox=\"0 0 {_right:0} {height:0}\" width=\"{_right:0}\" height=\"{height:0}\"><title>{_model.Name}: {path}</title>\n")
            .Add(_blocks).Line($"</svg>");
    }

    private IEnumerable<IReadOnlyList<int>> Shapes() => _model.Architecture.Layers.Select(static layer => layer.OutputShape).Prepend(_model.Architecture.InputShape);

    // Of a vector, that of a square map of as many values.
    private static double Side(IReadOnlyList<int> shape) => shape.Count == 3 ? Math.Max(shape[0], shape[1]) : Math.Sqrt(shape.Aggregate(1.0, static (product, size) => product * size));

    private void Block(string name, string className, IReadOnlyList<int> shape, long parameters)
    {
        bool isMap = shape.Count == 3;
        double high = Math.Max((isMap ? shape[0] : Side(shape)) * _pixel, 1.5);
        double deep = isMap ? Math.Min(Math.Max(shape[2] * Channel, 1.5), LargestDepth) : 5;
        double slant = isMap ? Math.Max(shape[1] * _pixel * 0.28, 1) : 2;
        double width = Math.Max(deep + slant, Room);
        double x = _right + ((width - deep - slant) / 2);
        double top = Ground - high;
        string style = className.EndsWith("Normalization", StringComparison.Ordinal) ? "block thin" : isMap ? "block" : "block vector";
        _blocks.Line($"<g class=\"{style}\"><title>{name}: {ReportText.Shape(shape)}, {ReportText.Plural(parameters, "weight")}</title>");
        _blocks.Line($"<path class=\"side\" d=\"M{x:0.#} {top:0.#}h{deep:0.#}v{high:0.#}h{-deep:0.#}z\"/>");
        _blocks.Line($"<path class=\"top\" d=\"M{x:0.#} {top:0.#}l{slant:0.#} {-slant:0.#}h{deep:0.#}l{-slant:0.#} {slant:0.#}z\"/>");
        _blocks.Line($"<path class=\"front\" d=\"M{x + deep:0.#} {top:0.#}l{slant:0.#} {-slant:0.#}v{high:0.#}l{-slant:0.#} {slant:0.#}z\"/></g>");
        double middle = _right + (width / 2);
        Text(middle, 20, "strong", ReportText.Shape(shape));
        Text(middle, 36, "", Short(name));
        if (parameters > 0)
        {
            Text(middle, 52, "quiet", ReportText.Short(parameters));
        }

        _right += width + (Gap / 4);
    }

    private void Text(double x, double below, string style, string text) =>
        _blocks.Line($"<text class=\"{style}\" x=\"{x:0.#}\" y=\"{Ground + below:0.#}\" text-anchor=\"middle\">{text}</text>");

    // The whole name stands in the table.
    private static string Short(string name) => name.Replace("batch_normalization", "batch_norm", StringComparison.Ordinal) is var text && text.Length > 15 ? text[..14] + "…" : text;
}
