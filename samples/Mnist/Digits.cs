namespace CnnGen.Samples.Mnist;

using Mnist = CnnGen.Mnist;

/// <summary>The digits of a run, and where they come from.</summary>
/// <param name="Train">Digits to train on.</param>
/// <param name="Test">Digits to test on.</param>
/// <param name="Description">How many there are and where they come from, for the program's user.</param>
internal sealed record Digits(ImageDataset Train, ImageDataset Test, string Description)
{
    /// <summary>Training digits that ship with the sample.</summary>
    public const int ShippedCount = 8000;

    // Beside the program, where the build puts the sample's own digits.
    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "Digits");

    /// <summary>Loads the digits from the folder, or from where they are found without one.</summary>
    /// <param name="directory">What <c>--data</c> says, or null.</param>
    /// <param name="limit">Keeps only the first training digits; null keeps all.</param>
    public static Digits Load(string? directory, int? limit = null)
    {
        var mnist = Mnist.Load(directory, Shipped);
        return limit is { } count && count < mnist.Train.Count
            ? new Digits(mnist.Train.Take(count), mnist.Test, $"{mnist.Description}; the first {count} of them to train")
            : new Digits(mnist.Train, mnist.Test, mnist.Description);
    }
}
