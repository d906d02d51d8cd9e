using System.Text.RegularExpressions;

namespace CnnGen.Pages.Tests;

/// <summary>A page of Markdown: its headings, its code and its links.</summary>
/// <param name="path">From the repository's folder, with slashes.</param>
internal sealed partial class Page(string path)
{
    private const string Fence = "```";

    private readonly string[] _lines = Repository.Text(path).Split('\n');

    public string Path { get; } = path;

    public string Text => string.Join('\n', _lines);

    /// <summary>What stands in fences, in order.</summary>
    public IReadOnlyList<CodeBlock> Blocks => [.. FindBlocks()];

    /// <summary>The page without what stands in fences or is indented like code.</summary>
    public IEnumerable<string> Prose
    {
        get
        {
            bool isCode = false;
            foreach (string line in _lines)
            {
                isCode ^= line.StartsWith(Fence, StringComparison.Ordinal);
                if (!isCode && !line.StartsWith("    ", StringComparison.Ordinal))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>The headings without their signs.</summary>
    public IReadOnlyList<string> Headings => [.. Prose.Where(static line => Heading().IsMatch(line)).Select(static line => Heading().Replace(line, ""))];

    /// <summary>What a link may name behind its <c>#</c>, as GitHub makes it of headings.</summary>
    public IReadOnlyList<string> Anchors => [.. Headings.Select(Anchor).GroupBy(static anchor => anchor)
        .SelectMany(static same => same.Select((anchor, index) => index == 0 ? anchor : $"{anchor}-{index}"))];

    /// <summary>Where its links and pictures lead.</summary>
    public IReadOnlyList<string> Links => [.. Link().Matches(InlineCode().Replace(string.Join('\n', Prose), "")).Select(static link => link.Groups["target"].Value)];

    /// <summary>Its tables, in order.</summary>
    public IReadOnlyList<Table> Tables => [.. Table.Of(_lines)];

    public override string ToString() => Path;

    private IEnumerable<CodeBlock> FindBlocks()
    {
        string heading = "";
        int? start = null;
        for (int line = 0; line < _lines.Length; line++)
        {
            if (_lines[line].StartsWith(Fence, StringComparison.Ordinal))
            {
                if (start is { } first)
                {
                    yield return new CodeBlock(this, first + 1, _lines[first][Fence.Length..], heading, string.Join('\n', _lines[(first + 1)..line]) + "\n");
                }

                start = start is null ? line : null;
            }
            else if (start is null && Heading().IsMatch(_lines[line]))
            {
                heading = Heading().Replace(_lines[line], "");
            }
        }
    }

    private static string Anchor(string heading) => NoAnchor().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("^#{1,6} ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|(?:src|href)=""(?<target>[^""]+)""")]
    private static partial Regex Link();
}
