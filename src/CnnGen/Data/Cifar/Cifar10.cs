namespace CnnGen;

/// <summary>Krizhevsky's small pictures of things and animals: 32×32 colour pixels, ten classes, 50,000 images to train and 10,000 to test.</summary>
[ImageData(CifarFile.Side, CifarFile.Side, CifarFile.Channels, Classes = ClassCount)]
public sealed class Cifar10
{
    private const int ClassCount = 10;

    private Cifar10(ImageDataset train, ImageDataset test, IReadOnlyList<string> names) => (Train, Test, ClassNames) = (train, test, names);

    /// <summary>The names of the classes, by class index; empty if their file, <c>batches.meta.txt</c>, is not there.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The images to train with.</summary>
    public ImageDataset Train { get; }

    /// <summary>The images to test with.</summary>
    public ImageDataset Test { get; }

    /// <summary>Loads the binary version.</summary>
    /// <param name="directory">The folder with <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c> and <c>test_batch.bin</c>, or the one above it that the
    /// archive was unpacked in.</param>
    /// <exception cref="CnnGenException">A file is missing or is not what it should be.</exception>
    public static Cifar10 Load(string directory)
    {
        string[] train = [.. Enumerable.Range(1, 5).Select(static i => $"data_batch_{i}.bin")];
        string folder = CifarFolder.Find(directory, "cifar-10-batches-bin", "CIFAR-10", [.. train, "test_batch.bin"]);
        return new Cifar10(
            CifarFile.Read([.. train.Select(name => Path.Combine(folder, name))], 1, 0, ClassCount).As(DataRole.Train),
            CifarFile.Read10(Path.Combine(folder, "test_batch.bin")).As(DataRole.Test),
            CifarFolder.ClassNames(Path.Combine(folder, "batches.meta.txt"), ClassCount));
    }
}
