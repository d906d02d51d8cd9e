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

    /// <summary>The file, whatever form of its name it has.</summary>
    /// <exception cref="CnnGenException">It has none of them.</exception>
    public static string Locate(string directory, string name) => Locate(directory, name, "MNIST", [.. All.Select(static file => file.Name)]);

    /// <summary>The file of a set that is published in the same way.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="set">The set's name, for messages.</param>
    /// <param name="names">The names of its files.</param>
    /// <exception cref="CnnGenException">The file is not there.</exception>
    public static string Locate(string directory, string name, string set, IReadOnlyList<string> names) => Find(directory, name)
        ?? throw new CnnGenException(
            Directory.Exists(directory)
                ? $"{Path.Combine(directory, name)}.gz does not exist, nor does it without .gz or as {Dotted(name)}; a folder of {set} has {string.Join(", ", names)}."
                : $"{directory} is no folder; expected one with {set}'s {string.Join(", ", names)}.");

    /// <summary>Whether all four are there.</summary>
    public static bool AreIn(string directory) => All.All(file => Find(directory, file.Name) is not null);

    /// <summary>The file with <c>.gz</c> or without, with a dash before <c>idx</c> or, as some archives have it, a dot.</summary>
    private static string? Find(string directory, string name) =>
        new[] { name + ".gz", name, Dotted(name) + ".gz", Dotted(name) }
            .Select(form => Path.Combine(directory, form))
            .FirstOrDefault(File.Exists);

    private static string Dotted(string name) => name.Replace("-idx", ".idx", StringComparison.Ordinal);
}
