using System.Globalization;

namespace CnnGen;

/// <summary>Prints a <see cref="ModelSummary"/> with Keras's printers, with what we add to their tables.</summary>
internal sealed class SummaryTable
{
    private readonly ModelSummary _summary;
    private readonly SummaryOptions _options;

    private SummaryTable(ModelSummary summary, SummaryOptions options)
    {
        _summary = summary;
        _options = options;
    }

    public static string Print(ModelSummary summary, SummaryOptions options) => new SummaryTable(summary, options).Print();

    private string Print()
    {
        KerasRow[] rows = [.. _summary.Layers.Select(Row)];
        var table = new KerasTableOptions
        {
            ShowTrainable = _options.ShowTrainable,
            ExpandNested = _options.ExpandNested,
            LineLength = _options.LineLength,
            Columns = [.. Columns()],
            Totals = [.. Totals()],
        };
        return _options.Style switch
        {
            SummaryStyle.Keras2 => KerasTable.Print(_summary.Name, rows, table),
            SummaryStyle.Keras3 => Keras3Table.Print(_summary.Name, rows, table),
            _ => throw new ArgumentException($"There is no style {_options.Style} of a summary."),
        };
    }

    private static KerasRow Row(LayerSummary layer) => new(
        layer.Name, layer.ClassName, layer.OutputShape, layer.Parameters, layer.TrainableParameters,
        [.. layer.Connections.Select(static connection => connection.ToString())])
    {
        ShapeVaries = layer.ShapeVaries,
        Trainable = layer.Trainable,
        Layers = [.. layer.Layers.Select(Row)],
    };

    private IEnumerable<KerasColumn> Columns()
    {
        if (Shows(SummaryColumns.MultiplyAdds))
        {
            yield return Column("Multiply-adds", 16, layer => Number(layer.MultiplyAdds));
        }

        if (Shows(SummaryColumns.ActivationMemory))
        {
            yield return Column("Memory", 15, layer => Size(layer.ActivationBytes));
        }

        if (Shows(SummaryColumns.ReceptiveField))
        {
            yield return Column("Receptive field", 18, layer => Number(layer.ReceptiveField));
        }
    }

    private IEnumerable<string> Totals()
    {
        if (Shows(SummaryColumns.MultiplyAdds))
        {
            yield return $"Multiply-adds for one image: {Number(_summary.MultiplyAdds)}";
        }

        if (Shows(SummaryColumns.ActivationMemory))
        {
            yield return $"Activations of one image: {Size(_summary.ActivationBytes)}";
        }
    }

    private bool Shows(SummaryColumns column) => _options.Columns.HasFlag(column);

    private KerasColumn Column(string title, int width, Func<LayerSummary, string> text) =>
        new(title, width, [.. _summary.Layers.Select(text)]);

    // Each Keras writes numbers and bytes in its own way.
    private string Number(long value) =>
        value.ToString(_options.Style == SummaryStyle.Keras3 ? "N0" : "D", CultureInfo.InvariantCulture);

    private string Size(long bytes) => MemorySize.Text(bytes, _options.Style == SummaryStyle.Keras3 ? "B" : "Byte");
}
