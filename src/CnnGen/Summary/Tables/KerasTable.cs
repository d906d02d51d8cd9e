using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CnnGen;

/// <summary>
/// Prints the text of <c>model.summary()</c> of Keras 2.13 and 2.14, byte for byte: <c>keras/utils/layer_utils.py</c>,
/// <c>print_summary</c>. Cells are cut hard at the column's width, and every row is padded with blanks, as there.
/// </summary>
/// <remarks>The generator links this file to print its constant; hence plain C# that also compiles for .NET Standard 2.0.</remarks>
internal sealed class KerasTable
{
    private const int ChainLength = 65;
    private const int GraphLength = 98;
    private const int TrainableWidth = 11;
    private const int Gap = 2;

    // Where the columns end, relative to the line.
    private static readonly double[] ChainEnds = { .45, .85, 1 };
    private static readonly double[] GraphEnds = { .3, .6, .7, 1 };
    private static readonly string[] ChainTitles = { "Layer (type)", "Output Shape", "Param #" };
    private static readonly string[] BreakAfter = { "),", "},", "],", "'," };

    private readonly bool _isChain;
    private readonly KerasTableOptions _options;
    private readonly List<int> _ends;
    private readonly List<string> _lines = new();

    private KerasTable(bool isChain, KerasTableOptions options)
    {
        _isChain = isChain;
        _options = options;
        _ends = Ends();
    }

    private int Length => _ends[_ends.Count - 1];

    /// <summary>A model's table, without a newline at the end.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="rows">The layers in Keras's order. A chain gives three columns; anything else a fourth one, 'Connected to'.</param>
    /// <param name="options">What else to show.</param>
    /// <exception cref="ArgumentException">The line is too short for the columns.</exception>
    public static string Print(string model, IReadOnlyList<KerasRow> rows, KerasTableOptions? options = null)
    {
        var table = new KerasTable(KerasRow.AreChain(rows), options ?? new KerasTableOptions());
        table.Add(model, rows);
        return string.Join("\n", table._lines);
    }

    private List<int> Ends()
    {
        int length = _options.LineLength ?? (_isChain ? ChainLength : GraphLength);
        List<int> ends = (_isChain ? ChainEnds : GraphEnds).Select(end => (int)(length * end)).ToList();
        if (_options.ShowTrainable)
        {
            ends.Add(length + TrainableWidth);
        }

        foreach (KerasColumn column in _options.Columns)
        {
            ends.Add(ends[ends.Count - 1] + column.Width);
        }

        return ends;
    }

    private void Add(string model, IReadOnlyList<KerasRow> rows)
    {
        _lines.Add("Model: \"" + model + "\"");
        _lines.Add(new string('_', Length));
        AddRow(Titles(), level: 0);
        _lines.Add(new string('=', Length));
        for (int i = 0; i < rows.Count; i++)
        {
            AddLayer(rows[i], _options.Columns.Select(column => column.Cells[i]), level: 0, isLast: false);
        }

        _lines.Add(new string('=', Length));
        _lines.AddRange(MemorySize.Totals(rows, "D", "Byte"));
        _lines.AddRange(_options.Totals);
        _lines.Add(new string('_', Length));
    }

    private List<string> Titles()
    {
        var titles = new List<string>(ChainTitles);
        AddIf(!_isChain, "Connected to");
        AddIf(_options.ShowTrainable, "Trainable");
        titles.AddRange(_options.Columns.Select(static column => column.Title));
        return titles;

        void AddIf(bool shown, string title)
        {
            if (shown)
            {
                titles.Add(title);
            }
        }
    }

    private void AddLayer(KerasRow row, IEnumerable<string> extra, int level, bool isLast)
    {
        AddRow(Cells(row, extra, level), level);
        if (_options.ExpandNested && row.Layers.Count > 0)
        {
            AddRule('¯', level + 1);
            for (int i = 0; i < row.Layers.Count; i++)
            {
                AddLayer(row.Layers[i], _options.Columns.Select(static _ => ""), level + 1, isLast: i == row.Layers.Count - 1);
            }

            AddRule('¯', level);
        }
        else if (!isLast)
        {
            AddRule(' ', level);
        }
    }

    private void AddRule(char character, int level) =>
        _lines.Add(new string('|', level) + new string(character, Length - (2 * level)) + new string('|', level));

    private List<string> Cells(KerasRow row, IEnumerable<string> extra, int level)
    {
        var cells = new List<string> { row.Title, Shape(row), row.Parameters.ToString(CultureInfo.InvariantCulture) };
        if (!_isChain)
        {
            // A nested layer's connections are no part of this model's network.
            cells.Add(Connections(level == 0 ? row.Connections : Array.Empty<string>()));
        }

        if (_options.ShowTrainable)
        {
            cells.Add(row.Trainable ? "Y" : "N");
        }

        cells.AddRange(extra);
        return cells;
    }

    // An input layer's shape is a list of one tuple.
    private static string Shape(KerasRow row) =>
        row.ShapeVaries ? "multiple" : row.ClassName == "InputLayer" ? "[" + row.ShapeText + "]" : row.ShapeText;

    private static string Connections(IReadOnlyList<string> connections) =>
        connections.Count == 0 ? "[]" : "['" + string.Join("', '", connections) + "']";

    /// <summary>Adds as many lines as the longest cell needs.</summary>
    private void AddRow(List<string> left, int level)
    {
        do
        {
            var line = new StringBuilder(new string('|', level));
            for (int column = 0; column < left.Count; column++)
            {
                bool isLast = column == left.Count - 1;
                string piece = Piece(left[column], TextWidth(column, level));
                left[column] = left[column].Substring(piece.Length);
                line.Append(column == 0 ? " " : "").Append(piece);
                line.Append(' ', Math.Max(_ends[column] - line.Length - (isLast ? level : 0), 0));
            }

            _lines.Add(line.Append('|', level).ToString());
        }
        while (left.Exists(static text => text.Length > 0));
    }

    // The first column begins with a blank, and all but the last keep two blanks from the next.
    private int TextWidth(int column, int level)
    {
        int start = column == 0 ? level : _ends[column - 1];
        int width = _ends[column] - start - (column == _ends.Count - 1 ? 0 : Gap + 1);

        // Keras would print lines without text for ever.
        return width > 0 ? width : throw new ArgumentException("The line is too short for the columns of the summary.");
    }

    // What fits, but no further than the end of a tuple or of a string in a list: that puts each connection on its own line.
    private static string Piece(string text, int width)
    {
        string piece = text.Length <= width ? text : text.Substring(0, width);
        int cut = piece.Length;
        foreach (string mark in BreakAfter)
        {
            int at = piece.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0)
            {
                cut = Math.Min(cut, at + mark.Length);
            }
        }

        return piece.Substring(0, cut);
    }
}
