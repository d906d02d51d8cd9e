using System.IO.Compression;

namespace CnnGen.Fixtures;

/// <summary>
/// The folder of models with Keras's own answer: files of JSON lines, gzipped or not. It lies beside the repository or where
/// <c>CNNGEN_FIXTURES</c> says.
/// </summary>
/// <remarks>The library's tests link this file: they need no compiler.</remarks>
public static class FixtureFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "CNNGEN_FIXTURES";

    private static readonly string[] s_endings = [".jsonl.gz", ".jsonl"];

    /// <summary>The folder; <see langword="null"/> if it is not there.</summary>
    public static string? Default { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? Existing(folder) : Beside("fixtures");

    /// <summary>The files of models in a folder, by name.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(file => s_endings.Any(file.EndsWith)).Order(StringComparer.Ordinal)];

    /// <summary>The file of one corpus, such as <c>keras_valid</c>; <see langword="null"/> if it is not there.</summary>
    public static string? Find(string corpus) =>
        Default is null ? null : s_endings.Select(ending => Existing(Path.Combine(Default, corpus + ending))).FirstOrDefault(file => file is not null);

    /// <summary>Why a test that needs a corpus or a file of the folder is to be skipped; <see langword="null"/> if it is there.</summary>
    public static string? WhyNot(string name) => Find(name) is not null || (Default is not null && File.Exists(Path.Combine(Default, name)))
        ? null
        : $"{name} is not in {Default ?? "a folder of fixtures"}; {Variable} names the folder.";

    /// <summary>The name of a file's corpus.</summary>
    public static string CorpusOf(string file)
    {
        string name = Path.GetFileName(file);
        return name[..^s_endings.First(name.EndsWith).Length];
    }

    /// <summary>The lines of a file that hold something.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using Stream stream = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim().Length > 0)
            {
                yield return line;
            }
        }
    }

    /// <summary>A folder in the one named <c>shared</c> beside the repository or above it.</summary>
    public static string? Beside(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", name)) is { } path)
            {
                return path;
            }
        }

        return null;
    }

    private static string? Existing(string path) => Path.Exists(path) ? path : null;
}
