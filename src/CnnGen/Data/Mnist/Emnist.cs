namespace CnnGen;

/// <summary>
/// Handwritten letters and digits of NIST, 28×28 grey pixels in files like MNIST's, in six splits. The files have their pictures with rows and
/// columns exchanged; here they stand upright. Classes count from 0 in every split.
/// </summary>
public sealed class Emnist
{
    private const int Side = 28;
    private const string Digits = "0123456789";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // The small letters that do not look like capitals.
    private const string OwnSmall = "abdefghnqrt";

    private Emnist(EmnistSplit split, ImageDataset train, ImageDataset test)
    {
        (Split, Train, Test) = (split, train, test);
        ClassNames = [.. Signs(split).Select(static sign => sign.ToString())];
    }

    /// <summary>Which of the splits it is.</summary>
    public EmnistSplit Split { get; }

    /// <summary>The signs that the classes stand for, by class index. Of <see cref="EmnistSplit.Letters"/> a class is a letter of either case.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The images to train with.</summary>
    public ImageDataset Train { get; }

    /// <summary>The images to test with.</summary>
    public ImageDataset Test { get; }

    /// <summary>Loads the four files of a split as they are published: <c>emnist-letters-train-images-idx3-ubyte</c> and so on, with <c>.gz</c> or without.</summary>
    /// <param name="directory">The folder that they lie in.</param>
    /// <param name="split">Which signs, and how they are put into classes.</param>
    /// <exception cref="CnnGenException">A file is missing or is not what it should be.</exception>
    public static Emnist Load(string directory, EmnistSplit split)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string name = "emnist-" + split switch
        {
            EmnistSplit.ByClass => "byclass",
            EmnistSplit.ByMerge => "bymerge",
            EmnistSplit.Balanced => "balanced",
            EmnistSplit.Letters => "letters",
            EmnistSplit.Digits => "digits",
            EmnistSplit.Mnist => "mnist",
            _ => throw new ArgumentOutOfRangeException(nameof(split), split, "There is no such split."),
        };
        string[] names =
            [$"{name}-train-images-idx3-ubyte", $"{name}-train-labels-idx1-ubyte", $"{name}-test-images-idx3-ubyte", $"{name}-test-labels-idx1-ubyte"];
        var options = new IdxOptions { Transposed = true, FirstLabel = split == EmnistSplit.Letters ? 1 : 0 };
        return new Emnist(split, Read(0).As(DataRole.Train), Read(2).As(DataRole.Test));

        ImageDataset Read(int first) => SquareImages.Read(directory, "EMNIST", names, names[first], names[first + 1], Side, Signs(split).Length, options);
    }

    private static string Signs(EmnistSplit split) => split switch
    {
        EmnistSplit.ByClass => Digits + Capitals + Capitals.ToLowerInvariant(),
        EmnistSplit.ByMerge or EmnistSplit.Balanced => Digits + Capitals + OwnSmall,
        EmnistSplit.Letters => Capitals,
        _ => Digits,
    };
}
