using System.Globalization;
using Spectre.Console;

namespace CnnGen.Samples.Mnist.Reports;

/// <summary>The six models side by side.</summary>
internal static class Comparison
{
    public static Table Table(IEnumerable<Outcome> outcomes)
    {
        var table = new Table().Border(TableBorder.Horizontal);
        table.AddColumn("Model", column => column.NoWrap());
        AddNumbers(table, "Param-\neters", "In first\nDense", "Non-\ntrainable", "Multiply-\nadds", "Activation\nmemory", "Training\nimages/s", "Test\naccuracy");
        foreach (var outcome in outcomes)
        {
            table.AddRow(Cells(outcome));
        }

        return table;
    }

    private static void AddNumbers(Table table, params string[] headings)
    {
        foreach (var heading in headings)
        {
            table.AddColumn(heading, column => column.RightAligned().NoWrap().PadLeft(1).PadRight(0));
        }
    }

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
