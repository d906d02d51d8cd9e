using System.Runtime.CompilerServices;

namespace CnnGen.Pages.Tests;

/// <summary>The repository's pages: all its Markdown.</summary>
internal static class Repository
{
    private static readonly string[] s_built = ["bin", "obj", "artifacts", "TestResults", ".git"];

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(ThisFile(), "../../.."));

    public static IReadOnlyList<Page> Pages { get; } = [.. Files(new DirectoryInfo(Folder)).Order(StringComparer.Ordinal).Select(static path => new Page(path))];

    /// <summary>A page by its path from the repository's folder.</summary>
    public static Page Page(string path) => Pages.Single(page => page.Path == path);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Folder, path)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Files(DirectoryInfo folder) => folder.EnumerateFiles("*.md")
        .Select(static file => Path.GetRelativePath(Folder, file.FullName).Replace('\\', '/'))
        .Concat(folder.EnumerateDirectories().Where(static inner => !s_built.Contains(inner.Name)).SelectMany(Files));

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
