using System.Text;

namespace CnnGen.Benchmarks.Picture;

/// <summary>How a network learns to read digits, as one SVG without script: the digits, a look inside, and the curves.</summary>
internal sealed class TrainingPicture(Recording recording)
{
    private const double Wide = 860;
    private const double Tall = 384;
    private const double Top = 80;

    private readonly WallPart _wall = new(recording, 24, Top);
    private readonly InsidePart _inside = new(recording, 392, Top);
    private readonly CurvesPart _curves = new(recording, 430, 242, 374, 112);

    public override string ToString()
    {
        var frames = new StringBuilder();
        for (int frame = 0; frame < recording.Frames.Count; frame++)
        {
            frames.AppendLine(Moment(frame));
        }

        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Wide}" height="{Tall}" viewBox="0 0 {Wide} {Tall}" role="img" aria-labelledby="what how">
            <title id="what">A network learns to read digits</title>
            <desc id="how">{Description()}</desc>
            <style>
            {PictureStyle.Colours}{PictureStyle.Motion}{_inside.Motion()}{_curves.Motion()}{PictureStyle.NoMotion}</style>
            <defs>{_wall.Definitions()}</defs>
            <rect x=".5" y=".5" width="{Wide - 1}" height="{Tall - 1}" rx="8" class="paper"/>
            {Svg.Text(24, 34, "title", "Nine lines learn to read")}
            {Svg.Text(24, 56, "caption", $"{recording.Examples.Count} digits that it never saw; red: what it takes them for")}
            {_wall.Still()}
            {_inside.Draw()}
            {_curves.Draw()}
            {frames}</svg>

            """.ReplaceLineEndings("\n");
    }

    private string Moment(int frame)
    {
        Frame moment = recording.Frames[frame];
        string style = frame == recording.Frames.Count - 1 ? "frame last" : "frame";
        string delay = frame == recording.Frames.Count - 1 ? "" : $" style=\"animation-delay:{Svg.Number(frame * Timeline.Pause, 3)}s\"";
        double right = Wide - 24;
        return $"<g class=\"{style}\"{delay}>{_wall.Marks(moment)}"
            + Svg.Text(right, 44, "big end", $"{Svg.Number(100 * moment.Accuracy)} %".PadLeft(7))
            + Svg.Text(right - 148, 34, "caption end", $"of {recording.Unseen:N0} unseen digits are read right")
            + Svg.Text(right - 148, 52, "caption end steps", $"step {moment.Step:N0} of {recording.Last.Step:N0}")
            + "</g>";
    }

    private string Description() =>
        $"{DigitReader.ParameterCount:N0} weights, {recording.Epochs} times over {recording.Seen:N0} digits. The share of {recording.Unseen:N0} unseen digits that are read right "
        + $"goes from {Svg.Number(100 * recording.Frames[0].Accuracy)} to {Svg.Number(100 * recording.Last.Accuracy)} %.";
}
