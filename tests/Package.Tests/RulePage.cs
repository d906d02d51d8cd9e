using System.Text.RegularExpressions;

namespace CnnGen.Package.Tests;

/// <summary>A rule's page, <c>generator/rules/CNN301.md</c>.</summary>
internal sealed partial class RulePage(string id)
{
    private readonly string _text =
        File.ReadAllText(Path.Combine(Build.Repository, "generator", "rules", $"{id}.md")).ReplaceLineEndings("\n");

    /// <summary>What it says above its examples.</summary>
    public string Text => Parts().Match(_text).Groups["text"].Value.Trim();

    /// <summary>The code that the rule is about.</summary>
    public string Wrong => Parts().Match(_text).Groups["wrong"].Value;

    [GeneratedRegex(@"^# [^\n]*\n(?<text>.*?)\n(Wrong|Before):\n\n```csharp\n(?<wrong>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Parts();
}
