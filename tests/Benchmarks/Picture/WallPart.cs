using System.Text;

namespace CnnGen.Benchmarks.Picture;

/// <summary>The wall of digits: what is read wrong is marked with what it is taken for.</summary>
internal sealed class WallPart(Recording recording, double left, double top)
{
    private const int Cell = 28;

    private int Columns => recording.Examples.Count / recording.Examples.Classes;

    public double Width => Columns * Cell;

    public double Height => recording.Examples.Classes * Cell;

    /// <summary>What is there all the time.</summary>
    public string Still()
    {
        var (x, y) = Corner(recording.MostDoubted);
        return $"""
            <mask id="ink">{Svg.Image(left, top, Width, Height, Sheet())}</mask>
            <rect x="{left}" y="{top}" width="{Width}" height="{Height}" class="ink" mask="url(#ink)"/>
            <rect x="{x + 0.5}" y="{y + 0.5}" width="{Cell - 1}" height="{Cell - 1}" rx="5" class="chosen"/>
            """;
    }

    /// <summary>The marks that <see cref="Marks"/> uses.</summary>
    public string Definitions() => string.Concat(Enumerable.Range(0, recording.Examples.Classes).Select(static label =>
        $"<g id=\"w{label}\"><rect x=\"1\" y=\"1\" width=\"{Cell - 2}\" height=\"{Cell - 2}\" rx=\"5\"/><text x=\"{Cell - 4}\" y=\"{Cell - 5}\">{label}</text></g>"));

    /// <summary>What is read wrong at a moment.</summary>
    public string Marks(Frame frame)
    {
        var marks = new StringBuilder();
        foreach (int digit in Enumerable.Range(0, recording.Examples.Count).Where(digit => !recording.IsRight(frame, digit)))
        {
            var (x, y) = Corner(digit);
            marks.Append($"<use href=\"#w{frame.Predictions[digit].Label}\" x=\"{x}\" y=\"{y}\"/>");
        }

        return marks.ToString();
    }

    private (double X, double Y) Corner(int digit) => (left + (digit % Columns * Cell), top + (digit / Columns * Cell));

    // White on black: a mask shows what is white.
    private string Sheet()
    {
        ImageDataset digits = recording.Examples;
        int wide = Columns * digits.Width;
        var pixels = new byte[digits.Count * digits.Height * digits.Width];
        for (int digit = 0; digit < digits.Count; digit++)
        {
            Image image = digits.Images[digit];
            for (int place = 0; place < image.Pixels.Length; place++)
            {
                int row = (digit / Columns * digits.Height) + (place / digits.Width);
                int column = (digit % Columns * digits.Width) + (place % digits.Width);
                pixels[(row * wide) + column] = (byte)(image.Pixels.Span[place] / 17 * 17);
            }
        }

        return PngImage.DataAddress(pixels.Length / wide, wide, 1, pixels);
    }
}
