namespace CnnGen;

/// <summary>
/// The handwritten digits of LeCun, Cortes and Burges: 28×28 grey pixels, ten classes; 60,000 images to train and 10,000 to test,
/// or fewer where a part of them ships with a program.
/// </summary>
[ImageData(28, 28, 1, Classes = ClassCount)]
public sealed class Mnist
{
    private const int Side = 28;
    private const int ClassCount = 10;

    private Mnist(ImageDataset train, ImageDataset test, MnistSource source, string directory)
    {
        Train = train;
        Test = test;
        Source = source;
        Directory = directory;
    }

    /// <summary>The images to train with.</summary>
    public ImageDataset Train { get; }

    /// <summary>The images to test with.</summary>
    public ImageDataset Test { get; }

    /// <summary>Where the images come from.</summary>
    public MnistSource Source { get; }

    /// <summary>The folder with the four files.</summary>
    public string Directory { get; }

    /// <summary>One line that says which images these are: <c>60000 + 10000 MNIST digits from /data/mnist (CNNGEN_MNIST_DIR)</c>.</summary>
    public string Description
    {
        get
        {
            string origin = Source switch
            {
                MnistSource.Environment => $" ({MnistFolder.Variable})",
                MnistSource.Cache => " (downloaded earlier)",
                MnistSource.Download => " (downloaded)",
                MnistSource.Fallback => " (shipped with the program)",
                _ => "",
            };
            return $"{Train.Count} + {Test.Count} MNIST digits from {Directory}{origin}";
        }
    }

    /// <summary>
    /// Loads the digits from the given folder, else from the one that <c>CNNGEN_MNIST_DIR</c> names, else from the user's cache
    /// folder, else from the net into the cache with a checked SHA-256, else from the fallback folder.
    /// </summary>
    /// <param name="directory">A folder with <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c> and the two
    /// <c>t10k-…</c> files, each with <c>.gz</c> or without, and also as <c>train-images.idx3-ubyte</c> and so on.</param>
    /// <param name="fallbackDirectory">A folder of the same kind that ships with the program, possibly with fewer images.</param>
    /// <exception cref="CnnGenException">A file is missing or is not what it should be, or the digits are nowhere to be had.</exception>
    public static Mnist Load(string? directory = null, string? fallbackDirectory = null) =>
        Load(new MnistFolder(), directory, fallbackDirectory);

    internal static Mnist Load(MnistFolder folder, string? directory, string? fallbackDirectory)
    {
        (MnistSource source, string path) = folder.Find(directory, fallbackDirectory);
        return new Mnist(
            Read(path, MnistFiles.TrainImages, MnistFiles.TrainLabels).As(DataRole.Train),
            Read(path, MnistFiles.TestImages, MnistFiles.TestLabels).As(DataRole.Test),
            source,
            path);
    }

    private static ImageDataset Read(string directory, string images, string labels)
    {
        string path = MnistFiles.Locate(directory, images);
        ImageDataset data = IdxFile.Read(path, MnistFiles.Locate(directory, labels), ClassCount);
        return data is { Height: Side, Width: Side, Channels: 1 }
            ? data
            : throw new CnnGenException($"{path} has images of {data.Height}×{data.Width}{(data.Channels == 1 ? "" : $" with {data.Channels} channels")}; MNIST's are {Side}×{Side}.");
    }
}
