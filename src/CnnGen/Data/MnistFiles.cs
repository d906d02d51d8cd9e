namespace CnnGen;

/// <summary>The four files of MNIST.</summary>
internal static class MnistFiles
{
    public const string TrainImages = "train-images-idx3-ubyte";
    public const string TrainLabels = "train-labels-idx1-ubyte";
    public const string TestImages = "t10k-images-idx3-ubyte";
    public const string TestLabels = "t10k-labels-idx1-ubyte";

    /// <summary>Each file with the SHA-256 of its content, uncompressed: mirrors may have compressed it anew.</summary>
    public static readonly IReadOnlyList<(string Name, string Sha256)> All =
    [
        (TrainImages, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        (TrainLabels, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        (TestImages, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        (TestLabels, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    ];

    /// <summary>The file with <c>.gz</c> or without.</summary>
    public static string Locate(string directory, string name)
    {
        string compressed = Path.Combine(directory, name + ".gz");
        string plain = Path.Combine(directory, name);
        return File.Exists(compressed) ? compressed
            : File.Exists(plain) ? plain
            : throw new CnnGenException(
                Directory.Exists(directory)
                    ? $"{compressed} does not exist, nor does it without .gz; a folder of MNIST has {Names()}."
                    : $"{directory} is no folder; expected one with MNIST's {Names()}.");
    }

    private static string Names() => string.Join(", ", All.Select(static file => file.Name));

    /// <summary>Whether all four are there.</summary>
    public static bool AreIn(string directory) => All.All(file =>
        File.Exists(Path.Combine(directory, file.Name + ".gz")) || File.Exists(Path.Combine(directory, file.Name)));
}
