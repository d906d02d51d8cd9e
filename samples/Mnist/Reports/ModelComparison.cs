using System.Globalization;
using Spectre.Console;

namespace CnnGen.Samples.Mnist.Reports;

/// <summary>The six models side by side.</summary>
internal static class ModelComparison
{
    public static Table Table(IEnumerable<Outcome> outcomes)
    {
        var table = new Table().Border(TableBorder.Simple);
        AddColumn(table, "model", Justify.Left);
        string[] measures = ["parameters", "in first\nDense", "non-\ntrainable", "multi-\nply-adds", "activa-\ntions", "images\n/s", "test\naccuracy"];
        foreach (var measure in measures)
        {
            AddColumn(table, measure, Justify.Right);
        }

        foreach (var outcome in outcomes)
        {
            table.AddRow(Cells(outcome));
        }

        return table;
    }

    // No blanks but the one between columns, so that the table fits into 80 characters.
    private static void AddColumn(Table table, string heading, Justify alignment) =>
        table.AddColumn(new TableColumn(heading) { Alignment = alignment, NoWrap = true, Padding = new Padding(0, 0) });

    private static string[] Cells(Outcome outcome) =>
    [
        outcome.Name,
        Text($"{outcome.Architecture.TotalParameters:N0}"),
        Text($"{outcome.FirstDenseShare * 100:F1} %"),
        Text($"{outcome.Architecture.NonTrainableParameters:N0}"),
        Text($"{outcome.Architecture.MultiplyAdds / 1e6:F2} M"),
        Text($"{outcome.Architecture.ActivationBytes / 1024.0:F0} KB"),
        Text($"{outcome.ImagesPerSecond:N0}"),
        Text($"{outcome.Accuracy * 100:F2} %"),
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
