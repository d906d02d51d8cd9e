using System.Text;

namespace CnnGen.Benchmarks.Picture;

/// <summary>One digit on its way through the network: its pixels, the maps of both convolutions, the probability of each class.</summary>
internal sealed class InsidePart(Recording recording, double left, double top)
{
    private const double Tall = 118;
    private const double BarHeight = 8;
    private const double BarWidth = 70;
    private const int MapsAcross = 4;

    private static readonly double[] s_mapPlaces = [126, 270];

    private readonly int _digit = recording.MostDoubted;

    public string Draw()
    {
        var drawn = new StringBuilder();
        drawn.AppendLine(Svg.Image(left, top + 20, 78, 78, Digit()));
        foreach (double arrow in new[] { 90.0, 246, 334 })
        {
            drawn.AppendLine($"<path d=\"M{left + arrow} {top + (Tall / 2)} h18 m-5 -4 l5 4 l-5 4\" class=\"arrow\"/>");
        }

        for (int layer = 0; layer < s_mapPlaces.Length; layer++)
        {
            drawn.AppendLine(Maps(layer));
        }

        for (int label = 0; label < recording.Examples.Classes; label++)
        {
            double y = top + (label * Tall / recording.Examples.Classes);
            string style = label == recording.Examples.Labels[_digit] ? "bar right" : "bar";
            drawn.AppendLine(Svg.Text(left + 368, y + BarHeight, "class", $"{label}"));
            drawn.AppendLine($"<rect x=\"{left + 374}\" y=\"{Svg.Number(y)}\" width=\"{BarWidth}\" height=\"{BarHeight}\" rx=\"2\" class=\"trough\"/>");
            drawn.AppendLine($"<rect x=\"{left + 374}\" y=\"{Svg.Number(y)}\" width=\"{BarWidth}\" height=\"{BarHeight}\" rx=\"2\" class=\"{style}\" id=\"b{label}\"/>");
        }

        string[] below = ["the marked digit", $"{LayerOf(0).Count} maps of {LayerOf(0).Side}×{LayerOf(0).Side}", $"{LayerOf(1).Count} of {LayerOf(1).Side}×{LayerOf(1).Side}", "what it says"];
        double[] centres = [39, 182, 302, 404];
        return drawn + string.Concat(below.Zip(centres, (words, centre) => Svg.Text(left + centre, top + Tall + 17, "caption middle", words)));
    }

    /// <summary>How the bars grow and shrink, and how the maps roll by.</summary>
    public string Motion()
    {
        var motion = new StringBuilder();
        for (int label = 0; label < recording.Examples.Classes; label++)
        {
            string Size(int frame) => $"transform:scaleX({Svg.Number(recording.Frames[frame].Predictions[_digit].Probabilities[label], 3)})";
            motion.Append($"#b{label}{{{Size(recording.Frames.Count - 1)};animation:b{label} {Timeline.Whole}s linear infinite}}@keyframes b{label}{{");
            for (int frame = 0; frame < recording.Frames.Count; frame++)
            {
                motion.Append($"{Timeline.Percent(frame)}{{{Size(frame)}}}");
            }

            motion.AppendLine("}");
        }

        return motion.ToString();
    }

    private LayerMaps LayerOf(int layer) => recording.Last.Maps[layer];

    // All moments one below the other; a window shows one of them.
    private string Maps(int layer)
    {
        LayerMaps maps = LayerOf(layer);
        int high = maps.Count / MapsAcross * (maps.Side + 1);
        int wide = MapsAcross * (maps.Side + 1);
        double scale = Tall / high;
        double x = left + s_mapPlaces[layer];
        string roll = $" style=\"--far:{Svg.Number(-Tall * (recording.Frames.Count - 1))}px\"";
        string strip = Svg.Image(0, 0, wide * scale, Tall * recording.Frames.Count, Strip(layer, high, wide));
        return $"<svg x=\"{x}\" y=\"{top}\" width=\"{Svg.Number(wide * scale)}\" height=\"{Tall}\"><g class=\"roll\"{roll}>{strip}</g></svg>";
    }

    private string Strip(int layer, int high, int wide)
    {
        var pixels = new byte[recording.Frames.Count * high * wide];
        for (int frame = 0; frame < recording.Frames.Count; frame++)
        {
            Lay(recording.Frames[frame].Maps[layer], pixels.AsSpan(frame * high * wide, high * wide), wide);
        }

        return PngImage.DataAddress(pixels.Length / wide, wide, 1, pixels, Svg.Colours);
    }

    // Each moment's brightest place is sand.
    private void Lay(LayerMaps maps, Span<byte> pixels, int wide)
    {
        int places = maps.Side * maps.Side;
        float largest = Enumerable.Range(0, maps.Count * places).Max(index => maps.At(_digit, index / places, index % places));
        for (int map = 0; map < maps.Count; map++)
        {
            for (int place = 0; place < places; place++)
            {
                int row = (map / MapsAcross * (maps.Side + 1)) + (place / maps.Side);
                int column = (map % MapsAcross * (maps.Side + 1)) + (place % maps.Side);
                pixels[(row * wide) + column] = Svg.Shade(maps.At(_digit, map, place), largest);
            }
        }
    }

    private string Digit()
    {
        Image image = recording.Examples.Images[_digit];
        byte[] pixels = [.. image.Pixels.ToArray().Select(static pixel => Svg.Shade(pixel, 255))];
        return PngImage.DataAddress(image.Height, image.Width, 1, pixels, Svg.Colours);
    }
}
