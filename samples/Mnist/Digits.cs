namespace CnnGen.Samples.Mnist;

using Mnist = CnnGen.Mnist;

/// <summary>The digits of a run, and where they come from.</summary>
/// <param name="Train">Digits to train on.</param>
/// <param name="Validation">Digits of the training set that are kept from training, to choose by.</param>
/// <param name="Test">Digits to test on, once, at the end.</param>
/// <param name="Description">How many there are and where they come from, for the program's user.</param>
internal sealed record Digits(Dataset Train, Dataset Validation, ImageDataset Test, string Description)
{
    // One training digit in so many validates.
    private const int ValidationShare = 10;

    /// <summary>Training digits that ship with the sample.</summary>
    public const int ShippedCount = 8000;

    /// <summary>Beside the program, where the build puts the sample's own digits.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "Digits");

    /// <summary>Loads the digits from the folder, or from where they are found without one.</summary>
    /// <param name="directory">What <c>--data</c> says, or null.</param>
    /// <param name="limit">Keeps only the first training digits; null keeps all.</param>
    public static Digits Load(string? directory, int? limit = null)
    {
        var mnist = Mnist.Load(directory, Shipped);
        var all = limit is { } count && count < mnist.Train.Count ? mnist.Train.Take(count) : mnist.Train;
        var validation = Math.Max(all.Count / ValidationShare, 1);
        var first = all.Count < mnist.Train.Count ? $"; the first {all.Count} of them to train" : "";
        return new Digits(
            all.Take(all.Count - validation),
            all.Skip(all.Count - validation).As(DataRole.Validation),
            mnist.Test,
            $"{mnist.Description}{first}, of which the last {validation} validate");
    }
}
