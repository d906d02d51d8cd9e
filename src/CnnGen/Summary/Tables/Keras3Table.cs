using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>
/// Prints the text of <c>model.summary()</c> of Keras 3, byte for byte: <c>keras/src/utils/summary_utils.py</c>, whose table the
/// Python library rich draws.
/// </summary>
internal sealed class Keras3Table
{
    /// <summary>Keras leaves four columns of the terminal free; where there is no terminal it counts on 80.</summary>
    public const int DefaultLength = 76;

    private const int NarrowestColumn = 4;

    // Where the columns end, relative to the line, and how much of it the column 'Trainable' leaves to the others.
    private static readonly double[] ChainEnds = [.45, .8, 1];
    private static readonly double[] GraphEnds = [.3, .56, .74, 1];
    private const double BesideTrainable = .9;

    private readonly bool _isChain;
    private readonly KerasTableOptions _options;
    private readonly List<Keras3Column> _columns = [];
    private readonly List<string> _lines = [];

    private Keras3Table(bool isChain, KerasTableOptions options)
    {
        _isChain = isChain;
        _options = options;
        AddColumns();
    }

    /// <summary>A model's table, without a newline at the end.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="rows">The layers in Keras's order. A chain gives three columns; anything else a fourth one, 'Connected to'.</param>
    /// <param name="options">What else to show.</param>
    /// <exception cref="ArgumentException">The line is too short for the columns.</exception>
    public static string Print(string model, IReadOnlyList<KerasRow> rows, KerasTableOptions? options = null)
    {
        var table = new Keras3Table(KerasRow.AreChain(rows), options ?? new KerasTableOptions());
        table.Add(model, rows);
        return string.Join("\n", table._lines);
    }

    private void AddColumns()
    {
        List<(string Title, Justification Justification)> titles =
            [("Layer (type)", Justification.Left), ("Output Shape", Justification.Left), ("Param #", Justification.Right)];
        if (!_isChain)
        {
            titles.Add(("Connected to", Justification.Left));
        }

        double[] ends = _isChain ? ChainEnds : GraphEnds;
        if (_options.ShowTrainable)
        {
            titles.Add(("Trainable", Justification.Center));
            ends = [.. ends.Select(static end => end * BesideTrainable), 1];
        }

        int[] widths = Widths(ends, _options.LineLength ?? DefaultLength);
        _columns.AddRange(titles.Select((column, i) => new Keras3Column(column.Title, widths[i], column.Justification)));
        _columns.AddRange(_options.Columns.Select(static column => new Keras3Column(column.Title, column.Width, Justification.Right)));
    }

    // Keras gives the columns the whole line; rich then adds a blank on either side of each, and takes what the blanks and the
    // frame need beyond the line from all columns alike, rounding half to even.
    private static int[] Widths(double[] ends, int length)
    {
        int[] widths = [.. ends.Select((end, i) => (int)(end * length) - (i == 0 ? 0 : (int)(ends[i - 1] * length)))];
        if (widths.Any(static width => width < NarrowestColumn))
        {
            throw new ArgumentException("Insufficient console width to print summary.");
        }

        const int Blanks = 2;
        int excess = widths.Sum() + (Blanks * widths.Length) - (length - (widths.Length + 1));
        for (int i = 0; i < widths.Length; i++)
        {
            int taken = (int)Math.Round((double)excess / (widths.Length - i), MidpointRounding.ToEven);
            excess -= taken;
            widths[i] -= taken;
        }

        return widths;
    }

    private void Add(string model, IReadOnlyList<KerasRow> rows)
    {
        _lines.Add($"Model: \"{model}\"");
        AddRule("┏━┳┓");
        AddRow([.. _columns.Select(static column => column.Title)], '┃');
        AddRule("┡━╇┩");
        for (int i = 0; i < rows.Count; i++)
        {
            if (i > 0)
            {
                AddRule("├─┼┤");
            }

            AddLayer(rows[i], [.. _options.Columns.Select(column => column.Cells[i])], level: 0);
        }

        AddRule("└─┴┘");
        _lines.AddRange(MemorySize.Totals(rows, "N0", "B").Concat(_options.Totals).Select(static line => " " + line));
    }

    private void AddLayer(KerasRow row, string[] extra, int level)
    {
        AddRow([.. Cells(row, level), .. extra], '│');
        if (_options.ExpandNested)
        {
            foreach (KerasRow nested in row.Layers)
            {
                AddRule("├─┼┤");
                AddLayer(nested, [.. extra.Select(static _ => "")], level + 1);
            }
        }
    }

    private IEnumerable<string> Cells(KerasRow row, int level)
    {
        yield return (level == 0 ? "" : string.Concat(Enumerable.Repeat("   ", level)) + "└ ") + row.Title;
        yield return row.ShapeText;
        yield return row.Parameters.ToString("N0", CultureInfo.InvariantCulture);
        if (!_isChain)
        {
            // A nested layer's connections are no part of this model's network.
            yield return row.Connections.Count == 0 || level > 0 ? "-" : string.Join(", ", row.Connections);
        }

        if (_options.ShowTrainable)
        {
            yield return row.Parameters == 0 ? "-" : row.Trainable ? "Y" : "N";
        }
    }

    private void AddRow(IReadOnlyList<string> cells, char border)
    {
        IReadOnlyList<string>[] texts = [.. cells.Select((text, i) => _columns[i].Lines(text))];
        int height = texts.Max(static lines => lines.Count);
        for (int line = 0; line < height; line++)
        {
            var row = new StringBuilder().Append(border);
            for (int i = 0; i < texts.Length; i++)
            {
                row.Append(' ').Append(line < texts[i].Count ? texts[i][line] : new string(' ', _columns[i].Width)).Append(' ').Append(border);
            }

            _lines.Add(row.ToString());
        }
    }

    /// <summary>Adds a line between rows.</summary>
    /// <param name="parts">Its left end, its bar, its crossing and its right end.</param>
    private void AddRule(string parts) =>
        _lines.Add(parts[0] + string.Join(parts[2], _columns.Select(column => new string(parts[1], column.Width + 2))) + parts[3]);
}
