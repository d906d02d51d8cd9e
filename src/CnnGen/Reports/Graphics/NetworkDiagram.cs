namespace CnnGen;

/// <summary>A network as blocks from left to right, in cabinet projection.</summary>
internal sealed class NetworkDiagram
{
    // In units of the picture: a pixel of a map, a channel, the gap between two blocks, the least room that a label needs.
    private const double Pixel = 2.6;
    private const double Channel = 0.55;
    private const double Gap = 26;
    private const double Room = 92;
    private const double LargestSide = 110;
    private const double LargestDepth = 90;

    // How far a map's width reaches back, and up.
    private const double Slant = 0.28;

    private readonly ReportedModel _model;
    private readonly double _pixel;
    private readonly double _ground;
    private readonly Markup _blocks = new();
    private double _right;

    /// <param name="model">The network.</param>
    /// <param name="pixel">How large a pixel of a map is: see <see cref="PixelFor"/>.</param>
    public NetworkDiagram(ReportedModel model, double pixel)
    {
        (_model, _pixel) = (model, pixel);
        _ground = (Shapes(model).Max(Side) * pixel * (1 + Slant)) + 8;
    }

    /// <summary>A size of pixels at which all of the networks have room.</summary>
    public static double PixelFor(IEnumerable<ReportedModel> models) => Math.Min(Pixel, LargestSide / models.SelectMany(Shapes).Max(Side));

    public Markup ToMarkup()
    {
        Block("input", "", _model.Architecture.InputShape, 0);
        foreach (LayerSummary layer in Shown(_model))
        {
            Block(layer.Name, layer.ClassName, layer.OutputShape, layer.Parameters);
        }

        double height = _ground + 62;
        string path = string.Join(", then ", Shapes(_model).Select(ReportText.Shape).Distinct());
        return Markup.Of($"<svg class=\"diagram\" role=\"img\" viewBox=\"0 0 {_right:0} {height:0}\" width=\"{_right:0}\" height=\"{height:0}\"><title>{_model.Name}: {path}</title>\n")
            .Add(_blocks).Line($"</svg>");
    }

    // What is only another view of the same values is left out.
    private static IEnumerable<LayerSummary> Shown(ReportedModel model) =>
        model.Architecture.Layers.Where(static layer => layer.ActivationBytes > 0 || layer.Parameters > 0);

    private static IEnumerable<IReadOnlyList<int>> Shapes(ReportedModel model) =>
        Shown(model).Select(static layer => layer.OutputShape).Prepend(model.Architecture.InputShape);

    // Of a vector, that of a square map of as many values.
    private static double Side(IReadOnlyList<int> shape) => shape.Count == 3 ? Math.Max(shape[0], shape[1]) : Math.Sqrt(shape.Aggregate(1.0, static (product, size) => product * size));

    private void Block(string name, string className, IReadOnlyList<int> shape, long parameters)
    {
        bool isMap = shape.Count == 3;
        double high = Math.Max((isMap ? shape[0] : Side(shape)) * _pixel, 1.5);
        double deep = isMap ? Math.Min(Math.Max(shape[2] * Channel, 1.5), LargestDepth) : 5;
        double slant = isMap ? Math.Max(shape[1] * _pixel * Slant, 1) : 2;
        double width = Math.Max(deep + slant, Room);
        double x = _right + ((width - deep - slant) / 2);
        double top = _ground - high;
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
        _blocks.Line($"<text class=\"{style}\" x=\"{x:0.#}\" y=\"{_ground + below:0.#}\" text-anchor=\"middle\">{text}</text>");

    // The whole name stands in the table.
    private static string Short(string name) => name.Replace("batch_normalization", "batch_norm", StringComparison.Ordinal) is var text && text.Length > 15 ? text[..14] + "…" : text;
}
