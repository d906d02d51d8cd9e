using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CnnGen.Terminal.Live;

/// <summary>A <see cref="Moment"/> as lines that fit the terminal: what does not fit is left out, what matters least first.</summary>
internal sealed class Picture : Renderable
{
    // Below, the bar of the epoch and the line of its validation give way to the curves.
    private const int RowsForEverything = 16;
    private const int ColumnsForTwoCharts = 72;
    private const int LeastChart = 3;
    private const int LargestChart = 14;

    private const string ClearToEndOfLine = "\u001b[K";
    private const string ClearBelow = "\u001b[J";

    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Done = new(Color.Green);

    /// <summary>What is drawn.</summary>
    public required Moment Moment { get; set; }

    /// <summary>Time since this process began to train.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>What the last line says: the keys, or what was pressed; <see langword="null"/> for none.</summary>
    public string? Keys { get; set; }

    /// <summary>Whether other characters than ASCII's may be used, if the terminal says so.</summary>
    public bool MayUseUnicode { get; init; } = true;

    /// <summary>Rows of the picture that the next one is drawn over, the cursor being in the last of them; 0 if there is none.</summary>
    public int Rows { get; set; }

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(1, maxWidth);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        // One column and one row are left free: some terminals go on to the next line at the last of them.
        int width = Math.Max(maxWidth - 1, 1);
        List<List<Segment>> lines = Lines(width, Math.Max(options.ConsoleSize.Height - 1, 1), options.Unicode && MayUseUnicode);
        string up = Rows > 1 ? string.Create(CultureInfo.InvariantCulture, $"\r\u001b[{Rows - 1}A") : "\r";
        yield return Control(up);
        for (int i = 0; i < lines.Count; i++)
        {
            foreach (Segment segment in Segment.Truncate(lines[i], width))
            {
                yield return segment;
            }

            yield return Control(ClearToEndOfLine);
            if (i < lines.Count - 1)
            {
                yield return Segment.LineBreak;
            }
        }

        yield return Control(ClearBelow);
        Rows = lines.Count;

        Segment Control(string code) => options.Ansi ? Segment.Control(code) : Segment.Empty;
    }

    private List<List<Segment>> Lines(int width, int height, bool isUnicode)
    {
        List<List<Segment>> above = height >= RowsForEverything ? Above(width, isUnicode) : Compact(width, isUnicode);
        List<List<Segment>> below = Keys is { } keys ? [[new Segment(keys, Dim)]] : [];
        int left = height - above.Count - below.Count;
        if (left > LeastChart + 1)
        {
            below.Insert(0, Legend(isUnicode));
            left--;
        }

        List<List<Segment>> lines = [.. above, .. Charts(width, left, isUnicode), .. below];
        return lines.Count > height ? lines[..height] : lines;
    }

    private List<List<Segment>> Above(int width, bool isUnicode)
    {
        List<List<Segment>> lines =
        [
            Title(width),
            Bar("epoch", (double)Moment.Step / Moment.Steps, Share(Moment.Step, Moment.Steps), width, isUnicode),
            Whole(width, isUnicode),
            Now(width),
        ];
        if (Moment.Last?.Validation is { } validation)
        {
            lines.Add(Joined(width, [$"val_loss {Words.Number(validation.Loss)}", .. Named(validation.Measures, "val_"), $"(epoch {Moment.Last.Epoch})"]));
        }

        lines.Add(Joined(width, [.. Pace(), .. Best()]));
        return lines;
    }

    private List<List<Segment>> Compact(int width, bool isUnicode) =>
        [Title(width), Whole(width, isUnicode), Now(width), Joined(width, [.. Best(), .. Pace()])];

    private List<Segment> Title(int width)
    {
        string where = Moment.IsValidating ? "validating" : string.Create(CultureInfo.InvariantCulture, $"step {Moment.Step}/{Moment.Steps}");
        List<Segment> line = Joined(width, [Moment.Model, $"epoch {Moment.Epoch}/{Moment.Epochs}", where, $"{Words.Time(Moment.ElapsedBefore + Elapsed)} elapsed"]);
        return [new Segment(line[0].Text, Bold)];
    }

    private List<Segment> Whole(int width, bool isUnicode)
    {
        string left = Moment.TimeLeft is { } time ? $"{Share(Moment.StepsDone, Moment.StepsInAll)}  {Words.Time(time)} left" : Share(Moment.StepsDone, Moment.StepsInAll);
        return Bar("all", (double)Moment.StepsDone / Moment.StepsInAll, left, width, isUnicode);
    }

    private List<Segment> Now(int width) => double.IsNaN(Moment.Loss) && Moment.Measures.Count == 0
        ? Joined(width, ["loss -"])
        : Joined(width, [$"loss {Words.Number(Moment.Loss)}", .. Named(Moment.Measures, "")]);

    private IEnumerable<string> Pace() =>
        [Moment.ImagesPerSecond > 0 ? Words.Rate(Moment.ImagesPerSecond) : "- images/s", $"learning rate {Words.Plain(Moment.LearningRate)}"];

    private IEnumerable<string> Best() => Moment.Best is { } best
        ? [string.Create(CultureInfo.InvariantCulture, $"best epoch {best.Epoch} ({best.Measure} {Words.Number(best.Value)})")]
        : [];

    private static IEnumerable<string> Named(MeasureValues values, string before) => values.Select(value => $"{before}{value.Key} {Words.Number(value.Value)}");

    private static string Share(long done, long all) => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(done, all) * 100 / Math.Max(all, 1),3} %");

    // The parts that fit, whole.
    private static List<Segment> Joined(int width, IReadOnlyList<string> parts)
    {
        string text = parts[0];
        foreach (string part in parts.Skip(1).TakeWhile(part => text.Length + part.Length + 3 <= width))
        {
            text += "   " + part;
        }

        return [new Segment(text)];
    }

    private static List<Segment> Bar(string name, double share, string text, int width, bool isUnicode)
    {
        int cells = Math.Clamp(width - 6 - text.Length - 2, 4, 60);
        int full = (int)(Math.Clamp(share, 0, 1) * cells);
        return
        [
            new Segment(name.PadRight(6)),
            new Segment(new string(isUnicode ? '█' : '#', full), Done),
            new Segment(new string(isUnicode ? '░' : '.', cells - full), Dim),
            new Segment("  " + text),
        ];
    }

    private List<Segment> Legend(bool isUnicode)
    {
        List<Segment> line = [new Segment("         "), new Segment(isUnicode ? "⠒⠒" : "..", Chart.Training), new Segment(" training")];
        if (Moment.Plots.Any(static plot => plot.Validation.Count > 0))
        {
            line.AddRange([new Segment("   "), new Segment($"{Chart.ValidationMark}", Chart.Validation), new Segment(" validation")]);
        }

        return line;
    }

    private List<List<Segment>> Charts(int width, int rows, bool isUnicode)
    {
        if (rows < LeastChart)
        {
            return [];
        }

        IReadOnlyList<Plot> plots = Moment.Plots;
        if (plots.Count > 1 && width >= ColumnsForTwoCharts)
        {
            int half = (width - 2) / 2;
            int height = Math.Min(rows, LargestChart);
            return [.. Draw(plots[0], half, height).Zip(Draw(plots[1], half, height), (left, right) => Beside(left, right, half + 2))];
        }

        int each = Math.Min(rows / plots.Count, LargestChart);
        return each >= LeastChart ? [.. plots.SelectMany(plot => Draw(plot, width, each))] : Draw(plots[0], width, Math.Min(rows, LargestChart));

        List<List<Segment>> Draw(Plot plot, int columns, int height) => Chart.Draw(plot, Moment.Epoch, columns, height, isUnicode);
    }

    private static List<Segment> Beside(List<Segment> left, List<Segment> right, int start)
    {
        int length = left.Sum(static segment => segment.Text.Length);
        return [.. left, new Segment(new string(' ', Math.Max(start - length, 1))), .. right];
    }
}
