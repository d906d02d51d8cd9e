using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>
/// Prints the text of <c>model.summary()</c> of Keras 2.13 and 2.14, byte for byte: <c>keras/utils/layer_utils.py</c>,
/// <c>print_summary</c>. Cells are cut hard at the column's width, and every row is padded with blanks, as there.
/// </summary>
/// <remarks>The generator links this file to print its constant; hence plain C# that also compiles for .NET Standard 2.0.</remarks>
internal static class KerasTable
{
    // Keras: line lengths 65 and 98; the ends of the columns are int(length * .45, .85, 1) and int(length * .3, .6, .7, 1).
    private static readonly int[] ChainEnds = { 29, 55, 65 };
    private static readonly int[] GraphEnds = { 29, 58, 68, 98 };
    private static readonly string[] ChainTitles = { "Layer (type)", "Output Shape", "Param #" };
    private static readonly string[] GraphTitles = { "Layer (type)", "Output Shape", "Param #", "Connected to" };
    private static readonly string[] BreakAfter = { "),", "},", "],", "'," };
    private static readonly string[] SizeUnits = { "Byte", "KB", "MB", "GB", "TB", "PB" };

    private const int BytesPerParameter = 4;
    private const int Gap = 2;

    /// <summary>A model's table, without a newline at the end.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="rows">The layers in Keras's order. A chain gives three columns; anything else a fourth one, 'Connected to'.</param>
    /// <param name="extra">Columns of our own, to the right of Keras's.</param>
    /// <param name="totals">Lines of our own, below Keras's totals.</param>
    public static string Print(
        string model, IReadOnlyList<Row> rows, IReadOnlyList<Column>? extra = null, IReadOnlyList<string>? totals = null)
    {
        bool chain = IsChain(rows);
        var ends = new List<int>(chain ? ChainEnds : GraphEnds);
        var titles = new List<string>(chain ? ChainTitles : GraphTitles);
        foreach (Column column in extra ?? Array.Empty<Column>())
        {
            ends.Add(ends[ends.Count - 1] + column.Width);
            titles.Add(column.Title);
        }

        int length = ends[ends.Count - 1];
        var lines = new List<string> { "Model: \"" + model + "\"", new string('_', length) };
        AddRow(lines, titles, ends);
        lines.Add(new string('=', length));
        for (int i = 0; i < rows.Count; i++)
        {
            AddRow(lines, Cells(rows, i, chain, extra), ends);
            lines.Add(new string(' ', length));
        }

        lines.Add(new string('=', length));
        AddTotals(lines, rows);
        lines.AddRange(totals ?? Array.Empty<string>());
        lines.Add(new string('_', length));
        return string.Join("\n", lines);
    }

    /// <summary>A number of bytes as Keras writes it: <c>256.00 Byte</c>, <c>1.75 KB</c>.</summary>
    public static string Size(long bytes)
    {
        // Decimal keeps the quotient exact enough for Python's rounding, half to even, on every host the generator runs in.
        decimal value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < SizeUnits.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return Math.Round(value, 2, MidpointRounding.ToEven).ToString("0.00", CultureInfo.InvariantCulture) + " " + SizeUnits[unit];
    }

    private static bool IsChain(IReadOnlyList<Row> rows)
    {
        for (int i = 1; i < rows.Count; i++)
        {
            if (rows[i].Inputs.Count != 1 || rows[i].Inputs[0] != rows[i - 1].Name)
            {
                return false;
            }
        }

        return rows.Count == 0 || rows[0].Inputs.Count <= 1;
    }

    private static List<string> Cells(IReadOnlyList<Row> rows, int index, bool chain, IReadOnlyList<Column>? extra)
    {
        Row row = rows[index];
        var cells = new List<string>
        {
            row.Name + " (" + row.ClassName + ")",
            Shape(row),
            row.Parameters.ToString(CultureInfo.InvariantCulture),
        };
        if (!chain)
        {
            cells.Add(Connections(row.Inputs));
        }

        foreach (Column column in extra ?? Array.Empty<Column>())
        {
            cells.Add(column.Cells[index]);
        }

        return cells;
    }

    // A Python tuple with the batch in front; an input layer's shape is a list of one tuple.
    private static string Shape(Row row)
    {
        var text = new StringBuilder("(None,");
        for (int i = 0; i < row.OutputShape.Count; i++)
        {
            text.Append(i == 0 ? " " : ", ").Append(row.OutputShape[i].ToString(CultureInfo.InvariantCulture));
        }

        text.Append(')');
        return row.ClassName == "InputLayer" ? "[" + text + "]" : text.ToString();
    }

    private static string Connections(IReadOnlyList<string> inputs)
    {
        var text = new StringBuilder("[");
        for (int i = 0; i < inputs.Count; i++)
        {
            text.Append(i == 0 ? "'" : ", '").Append(inputs[i]).Append("[0][0]'");
        }

        return text.Append(']').ToString();
    }

    private static void AddTotals(List<string> lines, IReadOnlyList<Row> rows)
    {
        long total = 0;
        long trainable = 0;
        foreach (Row row in rows)
        {
            total += row.Parameters;
            trainable += row.TrainableParameters;
        }

        lines.Add(Total("Total", total));
        lines.Add(Total("Trainable", trainable));
        lines.Add(Total("Non-trainable", total - trainable));
    }

    private static string Total(string title, long count) =>
        title + " params: " + count.ToString(CultureInfo.InvariantCulture) + " (" + Size(count * BytesPerParameter) + ")";

    /// <summary>Adds as many lines as the longest cell needs.</summary>
    private static void AddRow(List<string> lines, IReadOnlyList<string> cells, IReadOnlyList<int> ends)
    {
        var left = new List<string>(cells);
        do
        {
            var line = new StringBuilder();
            for (int column = 0; column < left.Count; column++)
            {
                bool last = column == left.Count - 1;
                int start = column == 0 ? 0 : ends[column - 1];
                // The first column begins with a blank, and all but the last keep two blanks from the next.
                string piece = Piece(left[column], ends[column] - start - (last ? 0 : Gap + 1));
                left[column] = left[column].Substring(piece.Length);
                line.Append(column == 0 ? " " : "").Append(piece);
                line.Append(' ', Math.Max(ends[column] - line.Length, 0));
            }

            lines.Add(line.ToString());
        }
        while (left.Exists(static text => text.Length > 0));
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

    /// <summary>One layer.</summary>
    internal readonly struct Row
    {
        public Row(string name, string className, IReadOnlyList<int> outputShape, long parameters, long trainableParameters,
            IReadOnlyList<string> inputs)
        {
            Name = name;
            ClassName = className;
            OutputShape = outputShape;
            Parameters = parameters;
            TrainableParameters = trainableParameters;
            Inputs = inputs;
        }

        public string Name { get; }

        public string ClassName { get; }

        /// <summary>Without the batch.</summary>
        public IReadOnlyList<int> OutputShape { get; }

        public long Parameters { get; }

        public long TrainableParameters { get; }

        /// <summary>Names of the layers that are read; empty for an input.</summary>
        public IReadOnlyList<string> Inputs { get; }
    }

    /// <summary>A column to the right of Keras's, one cell a row.</summary>
    internal readonly struct Column
    {
        public Column(string title, int width, IReadOnlyList<string> cells)
        {
            Title = title;
            Width = width;
            Cells = cells;
        }

        public string Title { get; }

        public int Width { get; }

        public IReadOnlyList<string> Cells { get; }
    }
}
