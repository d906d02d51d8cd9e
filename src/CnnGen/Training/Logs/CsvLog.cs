using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>
/// Writes the history as a table with commas, a column for each measure: one line an epoch, the whole file anew each time, never half of it.
/// After a resume it has what the unbroken training would have written, measured times apart.
/// </summary>
/// <param name="path">The file; an old one is replaced.</param>
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

    /// <summary>Replaces what another training left, or what was written after the checkpoint that this one goes on from.</summary>
    public override void OnTrainingStart(TrainingRun run) => Write(run);

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result) => Write(run);

    private void Write(TrainingRun run)
    {
        List<(string Name, Func<EpochResult, double?> Value)> columns = [.. Columns(run), .. Ends];
        var text = new StringBuilder("epoch");
        columns.ForEach(column => text.Append(',').Append(column.Name));
        text.Append('\n');
        foreach (EpochResult epoch in run.History.Epochs)
        {
            text.Append(epoch.Epoch.ToString(CultureInfo.InvariantCulture));
            columns.ForEach(column => text.Append(',').Append(column.Value(epoch)?.ToString(CultureInfo.InvariantCulture)));
            text.Append('\n');
        }

        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // A resumed training may measure what the epochs before did not, and the other way round.
    private static IEnumerable<(string Name, Func<EpochResult, double?> Value)> Columns(TrainingRun run) => run.History.Epochs
        .SelectMany(static epoch => epoch.Names)
        .Concat(MeasuredNow(run))
        .Distinct()
        .OrderBy(static name => name.StartsWith(MeasureNames.Validation, StringComparison.Ordinal))
        .Select(static name => (name, (Func<EpochResult, double?>)(epoch => epoch.Find(name))));

    private static IEnumerable<string> MeasuredNow(TrainingRun run)
    {
        IEnumerable<string> own = run.Model.Measures.Select(static measure => measure.Name).Prepend(MeasureNames.Loss);
        return run.ValidationImages == 0 ? own : own.Concat(own.Select(static name => MeasureNames.Validation + name));
    }
}
