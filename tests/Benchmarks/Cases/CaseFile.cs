namespace CnnGen.Benchmarks.Cases;

/// <summary>A file of declarations.</summary>
/// <param name="Name">Its folder and name.</param>
/// <param name="Text">
/// Its text. What stands above a line <c>//// main</c> is a library of its own, which the rest references as a compiled assembly.
/// </param>
/// <param name="IsPublished">Whether it holds published networks, of which nothing but hints may be said.</param>
internal sealed record CaseFile(string Name, string Text, bool IsPublished)
{
    private const string MainMark = "//// main";

    /// <summary>The text of the library that comes with it, if one does.</summary>
    public string? Library => Mark < 0 ? null : Text[..Mark];

    /// <summary>The text of the program; the lines above it are left empty, so that it keeps its line numbers.</summary>
    public string Main => Mark < 0 ? Text : new string('\n', Text[..Mark].Count(static c => c == '\n')) + Text[Mark..];

    private int Mark => Text.IndexOf(MainMark, StringComparison.Ordinal);
}
