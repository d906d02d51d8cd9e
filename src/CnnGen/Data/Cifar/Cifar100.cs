namespace CnnGen;

/// <summary>Krizhevsky's small pictures of a hundred things in twenty kinds: 32×32 colour pixels, 50,000 images to train and 10,000 to test.</summary>
[ImageData(CifarFile.Side, CifarFile.Side, CifarFile.Channels, Classes = ClassCount)]
public sealed class Cifar100
{
    private const int ClassCount = 100;
    private const int KindCount = 20;

    private Cifar100(ImageDataset train, ImageDataset test, IReadOnlyList<string> names) => (Train, Test, ClassNames) = (train, test, names);

    /// <summary>The names of the classes, by class index; empty if their file is not there.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The images to train with.</summary>
    public ImageDataset Train { get; }

    /// <summary>The images to test with.</summary>
    public ImageDataset Test { get; }

    /// <summary>Loads the binary version.</summary>
    /// <param name="directory">The folder with <c>train.bin</c> and <c>test.bin</c>, or the one above it that the archive was unpacked in.</param>
    /// <param name="coarse">Whether to take the 20 kinds of things as classes in place of the 100 things.</param>
    /// <exception cref="CnnGenException">A file is missing or is not what it should be.</exception>
    public static Cifar100 Load(string directory, bool coarse = false)
    {
        string folder = CifarFolder.Find(directory, "cifar-100-binary", "CIFAR-100", ["train.bin", "test.bin"]);
        return new Cifar100(
            CifarFile.Read100(Path.Combine(folder, "train.bin"), coarse).As(DataRole.Train),
            CifarFile.Read100(Path.Combine(folder, "test.bin"), coarse).As(DataRole.Test),
            CifarFolder.ClassNames(Path.Combine(folder, coarse ? "coarse_label_names.txt" : "fine_label_names.txt"), coarse ? KindCount : ClassCount));
    }
}
