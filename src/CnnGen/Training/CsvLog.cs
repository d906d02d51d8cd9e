using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>Writes the history as a table with commas: one line an epoch, the whole file anew each time, never half of it.</summary>
/// <param name="path">The file.</param>
public sealed class CsvLog(string path) : TrainingCallback
{
    private static readonly (string Name, Func<EpochResult, double?> Value)[] Columns =
    [
        ("loss", static epoch => epoch.Loss),
        ("accuracy", static epoch => epoch.Accuracy),
        ("top5_accuracy", static epoch => epoch.Top5Accuracy),
        ("mean_absolute_error", static epoch => epoch.MeanAbsoluteError),
        ("val_loss", static epoch => epoch.ValidationLoss),
        ("val_accuracy", static epoch => epoch.ValidationAccuracy),
        ("val_top5_accuracy", static epoch => epoch.Validation?.Top5Accuracy),
        ("val_mean_absolute_error", static epoch => epoch.Validation?.MeanAbsoluteError),
        ("learning_rate", static epoch => epoch.LearningRate),
        ("seconds", static epoch => epoch.Seconds),
        ("images_per_second", static epoch => epoch.ImagesPerSecond),
    ];

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        IReadOnlyList<EpochResult> epochs = run.History.Epochs;
        var columns = Columns.Where(column => epochs.Any(epoch => column.Value(epoch) is not null)).ToList();
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
}
