using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>What a weight file or a checkpoint says of itself: the model, how far its training was, with what it was made.</summary>
public sealed class CheckpointInfo
{
    private CheckpointInfo(string path, SafetensorsContent content, CheckpointRecord? record)
    {
        Path = path;
        Model = content.Metadata.GetValueOrDefault(WeightFile.ModelKey);
        Weights = [.. content.Tensors.Where(static tensor => !tensor.Name.StartsWith(WeightFile.ReservedPrefix, StringComparison.Ordinal))];
        Epochs = record?.Epochs ?? [];
        Step = record?.Step ?? 0;
        StepsDone = record?.StepsDone ?? 0;
        Seed = record?.Seed;
        Settings = record?.Settings ?? [];
        Origin = record?.Origin ?? [.. content.Metadata.Where(static pair => pair.Key is not (WeightFile.ModelKey or "format"))];
        IsCheckpoint = record is not null;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The model's name; <see langword="null"/> if the file does not say it.</summary>
    public string? Model { get; }

    /// <summary>Its weights.</summary>
    public IReadOnlyList<Weight> Weights { get; }

    /// <summary>Whether a training can go on from it.</summary>
    public bool IsCheckpoint { get; }

    /// <summary>The epochs that were over.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; }

    /// <summary>Steps of the epoch under way that were over.</summary>
    public int Step { get; }

    /// <summary>Steps over all epochs that were over.</summary>
    public long StepsDone { get; }

    /// <summary>The training's seed; <see langword="null"/> of plain weights.</summary>
    public int? Seed { get; }

    /// <summary>What decides the training, by name: only one with the same goes on from here.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; }

    /// <summary>With what it was made: versions, processor.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Origin { get; }

    /// <summary>Reads it.</summary>
    /// <param name="path">A file that <see cref="WeightFile"/> or a training wrote.</param>
    /// <exception cref="CnnGenException">It cannot be read.</exception>
    public static CheckpointInfo Read(string path)
    {
        SafetensorsContent content = WeightFile.Read(path);
        return new CheckpointInfo(
            path, content, content.Metadata.TryGetValue(CheckpointState.RecordKey, out string? text) ? CheckpointFile.ReadRecord(path, text) : null);
    }

    /// <summary>All of it as text, a line each.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Path}: {(IsCheckpoint ? "checkpoint" : "weights")} of {ShownText.OneLine(Model ?? "a model without a name")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"weights: {Weights.Sum(static weight => weight.Values.LongLength)} numbers in {Weights.Count} tensors");
        if (IsCheckpoint)
        {
            string within = Step > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Step} of the next one's") : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"training: epochs {Epochs.Count}, steps {StepsDone}{within}, seed {Seed}");
        }

        foreach (EpochResult epoch in Epochs)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"epoch {epoch.Epoch}: {ShownText.OneLine(string.Join(", ", epoch.Names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} {epoch[name]:G4}"))))}");
        }

        foreach ((string name, string value) in Settings.Concat(Origin))
        {
            text.AppendLine(ShownText.OneLine($"{name}: {value}"));
        }

        return text.ToString().TrimEnd();
    }
}
