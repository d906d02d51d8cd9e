namespace CnnGen.Package.Tests;

/// <summary>The steps that the README tells a newcomer.</summary>
internal static class Readme
{
    private const string Heading = "## Use it in your project";

    /// <summary>The project file.</summary>
    public static string Project { get; } = Block("xml");

    /// <summary>The program.</summary>
    public static string Program { get; } = Block("csharp");

    /// <summary>The command that makes one file of it, split into words.</summary>
    public static string[] Publish { get; } = Command("PublishTrimmed");

    /// <summary>The command that compiles it ahead of time.</summary>
    public static string[] PublishAheadOfTime { get; } = Command("PublishAot");

    private static string[] Command(string property) =>
        Section().Split('\n').Single(line => line.StartsWith("    dotnet publish ") && line.Contains(property)).Trim().Split(' ')[1..];

    private static string Section()
    {
        string text = File.ReadAllText(Path.Combine(Build.Repository, "README.md")).ReplaceLineEndings("\n");
        string section = text[text.IndexOf(Heading, StringComparison.Ordinal)..];
        return section[..section.IndexOf("\n## ", StringComparison.Ordinal)];
    }

    private static string Block(string language)
    {
        string fence = $"```{language}\n";
        string section = Section();
        int start = section.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return section[start..section.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
