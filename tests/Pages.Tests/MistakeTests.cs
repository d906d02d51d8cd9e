using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CnnGen.Pages.Tests;

/// <summary>
/// The page of mistakes: each section has code that is wrong, marked below the place with <c>// ~~~</c>, what is said of it, word for word, and the
/// same code mended, of which nothing is said.
/// </summary>
public partial class MistakeTests
{
    public const string Path = ".github/docs/mistakes.md";

    private const int Mistakes = 25;

    private static readonly IReadOnlyList<CodeBlock> s_blocks = Repository.Page(Path).Blocks;

    private static readonly Lazy<PageCompiler> s_compiler =
        new(static () => new PageCompiler(s_blocks.Where(static block => block.IsCSharp).Select(static block => block.Text)));

    public static TheoryData<string> Told => [.. s_blocks.Where(static block => block.Language == "text").Select(static block => block.Key)];

    public static TheoryData<string> Right => [.. s_blocks.Where(static block => block.IsCSharp && Marks(block.Text).Count == 0).Select(static block => block.Key)];

    [Fact]
    public void There_is_a_section_for_each()
    {
        string[] sections = [.. Repository.Page(Path).Headings.Where(static heading => char.IsAsciiDigit(heading[0]))];

        sections.Select(static heading => int.Parse(heading.Split('.')[0])).ShouldBe(Enumerable.Range(1, Mistakes));
        sections.ShouldAllBe(static heading => s_blocks.Any(block => block.Heading == heading && block.IsCSharp));
    }

    /// <summary>What is marked has its message, and is mended below.</summary>
    [Fact]
    public void Each_wrong_code_is_followed_by_what_is_said_and_by_right_code()
    {
        for (int i = 0; i < s_blocks.Count; i++)
        {
            if (Marks(s_blocks[i].Text).Count > 0)
            {
                s_blocks[i + 1].Language.ShouldBe("text", s_blocks[i].Key);
                s_blocks[i + 2].IsCSharp.ShouldBeTrue(s_blocks[i].Key);
                Marks(s_blocks[i + 2].Text).ShouldBeEmpty(s_blocks[i].Key);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Told))]
    public void The_wrong_code_is_told_of_in_these_words_at_this_place(string key)
    {
        CodeBlock told = s_blocks.Single(block => block.Key == key);
        CodeBlock wrong = s_blocks[s_blocks.ToList().IndexOf(told) - 1];

        IReadOnlyList<Diagnostic> found = s_compiler.Value.Told(wrong.Text);

        found.Select(PageCompiler.Message).ShouldBe(Messages(told.Text));
        found.Select(PageCompiler.Place).Distinct().ShouldBe(Marks(wrong.Text));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Of_the_mended_code_nothing_is_said(string key) =>
        s_compiler.Value.Told(s_blocks.Single(block => block.Key == key).Text).Select(PageCompiler.Message).ShouldBeEmpty();

    // A message goes on over several lines; the next one begins with the file.
    private static IEnumerable<string> Messages(string text) =>
        Beginning().Split(text.Trim()).Select(static message => Space().Replace(message, " "));

    // Line, first and last column, from 1: of what is marked in the line above.
    private static IReadOnlyList<(int Line, int First, int Last)> Marks(string code) => [.. code.Split('\n')
        .Select(static (line, index) => (Mark: Mark().Match(line), Line: index))
        .Where(static line => line.Mark.Success)
        .Select(static line => (line.Line, First(line.Mark.Groups["mark"].Index), line.Mark.Groups["mark"].Index + line.Mark.Groups["mark"].Length))];

    // The name of an attribute begins in the second column, under which the slashes stand.
    private static int First(int index) => index == 2 ? index : index + 1;

    [GeneratedRegex(@"^// *(?<mark>~+)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\n(?=Net\.cs\()")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
