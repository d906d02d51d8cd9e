namespace CnnGen;

/// <summary>A chart as SVG: a frame with two axes, and what is drawn into it. Colours come from the style sheet.</summary>
internal sealed class Chart
{
    private const int Width = 420;
    private const int Height = 280;
    private const int Left = 56;
    private const int Right = 14;
    private const int Top = 16;
    private const int Bottom = 46;

    private readonly string _title;
    private readonly Axis _across;
    private readonly Axis _up;
    private readonly Markup _content = new();

    /// <param name="title">What it shows, for those who do not see it.</param>
    /// <param name="across">The axis from left to right.</param>
    /// <param name="up">The axis from bottom to top.</param>
    public Chart(string title, Axis across, Axis up) => (_title, _across, _up) = (title, across, up);

    /// <summary>A line through points.</summary>
    /// <param name="points">Its points; what is not finite is left out.</param>
    /// <param name="style">Classes of the style sheet.</param>
    public void Line(IEnumerable<(double X, double Y)> points, string style)
    {
        Markup path = Markup.Join(points.Where(static point => double.IsFinite(point.X) && double.IsFinite(point.Y))
            .Select(point => Markup.Of($"{X(point.X):0.#},{Y(point.Y):0.#} ")));
        _content.Line($"<polyline class=\"line {style}\" points=\"{path}\"/>");
    }

    /// <summary>A dot that says what it is when the mouse rests on it.</summary>
    public void Dot(double x, double y, double radius, string style, string says)
    {
        if (double.IsFinite(x) && double.IsFinite(y))
        {
            _content.Line($"<circle class=\"dot {style}\" cx=\"{X(x):0.#}\" cy=\"{Y(y):0.#}\" r=\"{radius:0.#}\"><title>{says}</title></circle>");
        }
    }

    /// <summary>From a low to a high value at one place.</summary>
    public void Interval(double x, double low, double high, string style) =>
        _content.Line($"<line class=\"line {style}\" x1=\"{X(x):0.#}\" x2=\"{X(x):0.#}\" y1=\"{Y(low):0.#}\" y2=\"{Y(high):0.#}\"/>");

    public Markup ToMarkup()
    {
        var svg = new Markup();
        svg.Line($"<svg class=\"chart\" role=\"img\" viewBox=\"0 0 {Width} {Height}\"><title>{_title}</title>");
        foreach (double tick in _up.Ticks())
        {
            svg.Line($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\"/>");
            svg.Line($"<text x=\"{Left - 7}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{_up.Text(tick)}</text>");
        }

        foreach (double tick in _across.Ticks())
        {
            svg.Line($"<text x=\"{X(tick):0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{_across.Text(tick)}</text>");
        }

        svg.Line($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom}\"/>");
        svg.Line($"<text class=\"name\" x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 6}\" text-anchor=\"middle\">{_across.Title}</text>");
        int middle = (Top + Height - Bottom) / 2;
        svg.Line($"<text class=\"name\" x=\"14\" y=\"{middle}\" text-anchor=\"middle\" transform=\"rotate(-90 14 {middle})\">{_up.Title}</text>");
        return svg.Add(_content).Line($"</svg>");
    }

    private double X(double value) => Left + (_across.Place(value) * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (_up.Place(value) * (Height - Top - Bottom));
}
