using System.Globalization;
using System.Text;

namespace CnnGen.Samples.Mnist.Reports;

/// <summary>Loss and accuracy over the epochs as an SVG picture that needs nothing else.</summary>
internal static class LearningCurves
{
    private const int PanelWidth = 360;
    private const int Height = 280;
    private const int Left = 56;
    private const int Right = 16;
    private const int Top = 44;
    private const int Bottom = 40;
    private const string TrainingColour = "#1f77b4";
    private const string ValidationColour = "#d9480f";

    /// <summary>Draws the epochs of one training.</summary>
    public static string Draw(string model, IReadOnlyList<EpochResult> epochs)
    {
        var svg = new StringBuilder();
        svg.Append(Text($"""<svg xmlns="http://www.w3.org/2000/svg" width="{2 * PanelWidth}" height="{Height}" viewBox="0 0 {2 * PanelWidth} {Height}" """));
        svg.Append("font-family=\"sans-serif\" font-size=\"12\" fill=\"#333\">\n");
        svg.Append(Text($"<title>{model}: loss and accuracy by epoch</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"));
        Panel(svg, 0, "loss", epochs, epoch => epoch.Loss, epoch => epoch.ValidationLoss);
        Panel(svg, PanelWidth, "accuracy", epochs, epoch => epoch.Accuracy, epoch => epoch.ValidationAccuracy);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(
        StringBuilder svg, int x, string title, IReadOnlyList<EpochResult> epochs, Func<EpochResult, double?> training, Func<EpochResult, double?> validation)
    {
        var values = epochs.SelectMany(epoch => new[] { training(epoch), validation(epoch) }).OfType<double>().Where(double.IsFinite).ToList();
        var (low, high) = values.Count == 0 ? (0, 1) : Range(values.Min(), values.Max());
        svg.Append(Text($"<g transform=\"translate({x} 0)\">\n<text x=\"{Left}\" y=\"20\" font-weight=\"bold\">{title}</text>\n"));
        Legend(svg, Left + 80, "training", TrainingColour);
        Legend(svg, Left + 170, "validation", ValidationColour);
        Axes(svg, epochs, low, high);
        Curve(svg, epochs, training, low, high, TrainingColour);
        Curve(svg, epochs, validation, low, high, ValidationColour);
        svg.Append("</g>\n");
    }

    private static void Legend(StringBuilder svg, int x, string name, string colour) =>
        svg.Append(Text($"<circle cx=\"{x}\" cy=\"16\" r=\"4\" fill=\"{colour}\"/><text x=\"{x + 9}\" y=\"20\">{name}</text>\n"));

    private static void Axes(StringBuilder svg, IReadOnlyList<EpochResult> epochs, double low, double high)
    {
        for (var tick = 0; tick <= 4; tick++)
        {
            var value = low + (high - low) * tick / 4;
            var y = Y(value, low, high);
            svg.Append(Text($"<line x1=\"{Left}\" y1=\"{y:F1}\" x2=\"{PanelWidth - Right}\" y2=\"{y:F1}\" stroke=\"#ddd\"/>"));
            svg.Append(Text($"<text x=\"{Left - 6}\" y=\"{y + 4:F1}\" text-anchor=\"end\">{value:0.###}</text>\n"));
        }

        // At most ten numbers below the axis, whatever the number of epochs.
        var step = (epochs.Count + 9) / 10;
        for (var i = 0; i < epochs.Count; i += step)
        {
            svg.Append(Text($"<text x=\"{X(i, epochs.Count):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{epochs[i].Epoch}</text>\n"));
        }
    }

    private static void Curve(
        StringBuilder svg, IReadOnlyList<EpochResult> epochs, Func<EpochResult, double?> measure, double low, double high, string colour)
    {
        var points = new List<(double X, double Y)>();
        for (var i = 0; i < epochs.Count; i++)
        {
            if (measure(epochs[i]) is { } value && double.IsFinite(value))
            {
                points.Add((X(i, epochs.Count), Y(value, low, high)));
            }
        }

        var line = string.Join(' ', points.Select(point => Text($"{point.X:F1},{point.Y:F1}")));
        svg.Append(Text($"<polyline points=\"{line}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n"));
        foreach (var (x, y) in points)
        {
            svg.Append(Text($"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"3\" fill=\"{colour}\"/>\n"));
        }
    }

    // A little air above and below, and a range even when all values are one.
    private static (double Low, double High) Range(double low, double high)
    {
        var margin = high > low ? (high - low) * 0.05 : Math.Max(Math.Abs(high) * 0.05, 0.01);
        return (low - margin, high + margin);
    }

    private static double X(int index, int count)
    {
        double width = PanelWidth - Left - Right;
        return Left + (count == 1 ? width / 2 : width * (0.03 + 0.94 * index / (count - 1)));
    }

    private static double Y(double value, double low, double high) =>
        Top + (Height - Top - Bottom) * (high - value) / (high - low);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
