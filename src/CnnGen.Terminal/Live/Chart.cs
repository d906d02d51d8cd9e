using Spectre.Console;
using Spectre.Console.Rendering;

namespace CnnGen.Terminal.Live;

/// <summary>A plot as rows of characters: its name above, largest and smallest value at the left.</summary>
internal static class Chart
{
    public const char ValidationMark = 'o';

    public static readonly Style Training = new(Color.Aqua);
    public static readonly Style Validation = new(Color.Yellow);

    private const int LabelWidth = 8;

    // A loss that has fallen so far would be a flat line at the bottom.
    private const double RatioForLog = 20;

    /// <param name="plot">What to draw.</param>
    /// <param name="epochs">Epochs from the left to the right.</param>
    /// <param name="width">Characters of a row.</param>
    /// <param name="height">Rows, the name's included; at least 2.</param>
    /// <param name="isUnicode">Whether other characters than ASCII's may be used.</param>
    public static List<List<Segment>> Draw(Plot plot, int epochs, int width, int height, bool isUnicode)
    {
        int rows = height - 1;
        var canvas = new Canvas(Math.Max(width - LabelWidth - 1, 1), rows, isUnicode);
        (double low, double high) = Range(plot);
        bool isLog = plot.MayBeLogarithmic && low > 0 && high / low >= RatioForLog;
        string name = isLog ? plot.Name + " (log)" : plot.Name;
        double across = Math.Max(epochs, 1);
        Line(canvas, [.. plot.Training.Where(static point => double.IsFinite(point.Y)).Select(Place)]);
        foreach ((int x, int y) in plot.Validation.Where(static point => double.IsFinite(point.Y)).Select(Place))
        {
            canvas.Mark(x, y, ValidationMark);
        }

        List<List<Segment>> lines = [[new Segment(name.PadLeft(LabelWidth + name.Length + 1), new Style(decoration: Decoration.Bold))]];
        for (int row = 0; row < rows; row++)
        {
            string label = row == 0 ? Words.Short(high) : row == rows - 1 ? Words.Short(low) : "";
            List<Segment> line = [new Segment(Fit(label) + (isUnicode ? "│" : "|"), Style.Plain)];
            line.AddRange(Runs(canvas.Row(row)));
            lines.Add(line);
        }

        return lines;

        (int X, int Y) Place(Point point) => (
            Math.Clamp((int)(point.X / across * canvas.Width), 0, canvas.Width - 1),
            Math.Clamp((int)(Depth(point.Y) * (canvas.Height - 1) + 0.5), 0, canvas.Height - 1));

        double Depth(double value) => isLog ? Math.Log(high / value) / Math.Log(high / low) : (high - value) / (high - low);
    }

    private static string Fit(string label) => label.Length > LabelWidth ? label[..LabelWidth] : label.PadLeft(LabelWidth);

    private static (double Low, double High) Range(Plot plot)
    {
        double low = double.MaxValue, high = double.MinValue;
        foreach (Point point in plot.Training.Concat(plot.Validation).Where(static point => double.IsFinite(point.Y)))
        {
            (low, high) = (Math.Min(low, point.Y), Math.Max(high, point.Y));
        }

        return low > high ? (0, 1) : high - low < 1e-12 ? (low - 0.5, high + 0.5) : (low, high);
    }

    // Every column between two points has a dot, and steep parts no gaps.
    private static void Line(Canvas canvas, IReadOnlyList<(int X, int Y)> places)
    {
        for (int i = 0; i < places.Count; i++)
        {
            (int x0, int y0) = places[Math.Max(i - 1, 0)];
            (int x1, int y1) = places[i];
            int count = Math.Max(Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0)), 1);
            for (int step = 0; step <= count; step++)
            {
                canvas.Dot(x0 + ((x1 - x0) * step / count), y0 + ((y1 - y0) * step / count));
            }
        }
    }

    private static IEnumerable<Segment> Runs(IEnumerable<(char Character, bool IsMark)> row)
    {
        var text = new System.Text.StringBuilder();
        bool marks = false;
        foreach ((char character, bool isMark) in row)
        {
            if (isMark != marks && text.Length > 0)
            {
                yield return new Segment(text.ToString(), marks ? Validation : Training);
                text.Clear();
            }

            marks = isMark;
            text.Append(character);
        }

        yield return new Segment(text.ToString(), marks ? Validation : Training);
    }
}
