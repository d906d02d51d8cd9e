using System.Globalization;

namespace CnnGen.Samples.Gallery;

/// <summary>One kind of network: its data, its declaration, its training.</summary>
/// <param name="Name">The command.</param>
/// <param name="Description">What it does.</param>
/// <param name="Run">Trains it, tells what happens line by line, and says what was reached.</param>
internal sealed record Exhibit(string Name, string Description, Func<ExhibitSettings, Action<string>, ExhibitResult> Run);

/// <summary>How long to train, and where pictures go.</summary>
internal sealed record ExhibitSettings(int? Examples, int? Epochs, string Directory)
{
    public TrainingOptions Options(Action<string> tell) => new()
    {
        Epochs = Epochs,
        Seed = 1,
        Callbacks = [new EpochLines(tell)],
    };
}

/// <summary>What a network reached on examples that it was not trained with.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Value">How much of it.</param>
/// <param name="Wanted">How much of it is wanted.</param>
internal sealed record ExhibitResult(string Measure, double Value, double Wanted)
{
    /// <summary>Whether less is better.</summary>
    public bool IsLimit { get; init; }

    public bool IsReached => IsLimit ? Value <= Wanted : Value >= Wanted;

    /// <summary><c>mean IoU: 0.9123 (wanted: at least 0.85)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Measure}: {Value:F4} (wanted: at {(IsLimit ? "most" : "least")} {Wanted})");
}

/// <summary>All of them, in the order of the help.</summary>
internal static class Exhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("segmentation", "Finds the pixels of a digit on a noisy ground: a U-Net, a class for each position.", Segmentation.Run),
        new("denoising", "Removes noise from digits: a map of numbers as target. Writes pictures before and after.", Denoising.Run),
        new("signals", "Tells four waveforms apart: one-dimensional convolutions.", Signals.Run),
        new("pairs", "Says whether two pictures show the same digit: two inputs through the same layers.", Pairs.Run),
        new("heads", "Reads a digit and says whether it leans back: two outputs, each with its loss.", Heads.Run),
        new("table", "Predicts a number from a table of features: no convolution at all.", Table.Run),
    ];
}

/// <summary>A line for each epoch.</summary>
internal sealed class EpochLines(Action<string> tell) : TrainingCallback
{
    public override void OnEpochEnd(TrainingRun run, EpochResult result) => tell(string.Create(
        CultureInfo.InvariantCulture, $"epoch {result.Epoch}/{run.Settings.Epochs}: loss {result.Loss:F4}, {result.Measures} ({result.Seconds:F1} s)"));
}
