using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>Writes the history as a table with commas, a column for each measure: one line an epoch, the whole file anew each time, never half of it.</summary>
/// <param name="path">The file.</param>
public sealed class CsvLog(string path) : TrainingCallback
{
    private static readonly (string Name, Func<EpochResult, double?> Value)[] Ends =
    [
        ("learning_rate", static epoch => epoch.LearningRate),
        ("seconds", static epoch => epoch.Seconds),
        ("images_per_second", static epoch => epoch.ImagesPerSecond),
    ];

    /// <inheritdoc/>
    public override bool RunsInTrials => false;

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        IReadOnlyList<EpochResult> epochs = run.History.Epochs;
        List<(string Name, Func<EpochResult, double?> Value)> columns = [.. Columns(epochs), .. Ends];
        var text = new StringBuilder("epoch");
        columns.ForEach(column => text.Append(',').Append(column.Name));
        text.Append('\n');
        foreach (EpochResult epoch in epochs)
        {
            text.Append(epoch.Epoch.ToString(CultureInfo.InvariantCulture));
            columns.ForEach(column => text.Append(',').Append(column.Value(epoch)?.ToString(CultureInfo.InvariantCulture)));
            text.Append('\n');
        }

        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // A resumed training may measure what the epochs before did not.
    private static IEnumerable<(string Name, Func<EpochResult, double?> Value)> Columns(IReadOnlyList<EpochResult> epochs) => epochs
        .SelectMany(static epoch => epoch.Names)
        .Distinct()
        .OrderBy(static name => name.StartsWith(MeasureNames.Validation, StringComparison.Ordinal))
        .Select(static name => (name, (Func<EpochResult, double?>)(epoch => epoch.Find(name))));
}
