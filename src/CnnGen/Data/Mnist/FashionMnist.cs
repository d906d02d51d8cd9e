namespace CnnGen;

/// <summary>Zalando's pictures of clothes: 28×28 grey pixels, ten classes, 60,000 images to train and 10,000 to test, in files like MNIST's.</summary>
[ImageData(28, 28, 1, Classes = ClassCount)]
public sealed class FashionMnist
{
    private const int Side = 28;
    private const int ClassCount = 10;

    private FashionMnist(ImageDataset train, ImageDataset test) => (Train, Test) = (train, test);

    /// <summary>The names of the classes, by class index.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>The images to train with.</summary>
    public ImageDataset Train { get; }

    /// <summary>The images to test with.</summary>
    public ImageDataset Test { get; }

    /// <summary>Loads the four files as they are published, named as MNIST's are, with <c>.gz</c> or without.</summary>
    /// <param name="directory">The folder that they lie in.</param>
    /// <exception cref="CnnGenException">A file is missing or is not what it should be.</exception>
    public static FashionMnist Load(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string[] names = [.. MnistFiles.All.Select(static file => file.Name)];
        return new FashionMnist(
            SquareImages.Read(directory, "Fashion-MNIST", names, MnistFiles.TrainImages, MnistFiles.TrainLabels, Side, ClassCount).As(DataRole.Train),
            SquareImages.Read(directory, "Fashion-MNIST", names, MnistFiles.TestImages, MnistFiles.TestLabels, Side, ClassCount).As(DataRole.Test));
    }
}
