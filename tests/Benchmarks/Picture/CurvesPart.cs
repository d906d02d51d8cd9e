using System.Text;

namespace CnnGen.Benchmarks.Picture;

/// <summary>Loss and accuracy over the steps.</summary>
internal sealed class CurvesPart(Recording recording, double left, double top, double width, double height)
{
    private const int Bins = 160;
    private const double LargestLoss = 2.4;

    private long Steps => recording.Last.Step;

    public string Draw()
    {
        var drawn = new StringBuilder();
        foreach (double share in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            drawn.AppendLine($"<path d=\"M{left} {Svg.Number(Y(share))} h{width}\" class=\"grid\"/>");
            drawn.AppendLine(Svg.Text(left - 6, Y(share) + 3.5, "tick end", $"{share:P0}".Replace(" ", "", StringComparison.Ordinal)));
            drawn.AppendLine(Svg.Text(left + width + 6, Y(share) + 3.5, "tick", Svg.Number(share * LargestLoss)));
        }

        foreach (int step in new[] { 0, 50, 100, 200, 500, 1000 })
        {
            drawn.AppendLine(Svg.Text(X(step), top + height + 14, "tick middle", step == 0 ? "step 0" : $"{step:N0}"));
        }

        drawn.AppendLine(Svg.Text(X(Steps), top + height + 14, "tick middle", $"{Steps:N0}"));
        drawn.AppendLine($"""
            <clipPath id="so-far"><rect x="{left}" y="{top - 4}" width="{width}" height="{height + 8}" id="reveal"/></clipPath>
            <g clip-path="url(#so-far)">
            <path d="{Batches()}" class="loss faint"/>
            <path d="{Line(static frame => frame.Loss / LargestLoss)}" class="loss"/>
            <path d="{Line(static frame => frame.Accuracy)}" class="accuracy"/>
            </g>
            <path d="M{left} {top - 4} v{height + 8}" class="now"/>
            """);
        return drawn + Svg.Text(X(Steps) - 6, Y(recording.Last.Accuracy) + 18, "name end accuracy-name", "accuracy")
            + Svg.Text(X(Steps) - 6, Y(recording.Last.Loss / LargestLoss) - 12, "name end loss-name", "loss");
    }

    public string Motion() => $$$"""
        #reveal{transform-origin:{{{left}}}px 0;animation:reveal {{{Timeline.Whole}}}s linear infinite}
        @keyframes reveal{0%{transform:scaleX(0)}{{{Timeline.Percent(Timeline.Frames - 1)}}},100%{transform:scaleX(1)}}
        .now{transform:translateX({{{width}}}px);animation:now {{{Timeline.Whole}}}s linear infinite}
        @keyframes now{0%{transform:translateX(0)}{{{Timeline.Percent(Timeline.Frames - 1)}}},100%{transform:translateX({{{width}}}px)}}

        """;

    private double X(double step) => left + (Timeline.PlaceOf(step, Steps) * width);

    private double Y(double share) => top + ((1 - Math.Clamp(share, 0, 1)) * height);

    private string Line(Func<Frame, double> share) =>
        "M" + string.Join(" ", recording.Frames.Select(frame => $"{Svg.Number(X(frame.Step))},{Svg.Number(Y(share(frame)))}"));

    // The means of the steps that lie together on the axis.
    private string Batches() => "M" + string.Join(" ", recording.BatchLosses
        .Select((loss, index) => (Step: index + 1, Loss: loss))
        .GroupBy(batch => (int)(Timeline.PlaceOf(batch.Step, Steps) * Bins))
        .Select(bin => $"{Svg.Number(X(bin.Average(static batch => batch.Step)))},{Svg.Number(Y(bin.Average(static batch => batch.Loss) / LargestLoss))}"));
}
