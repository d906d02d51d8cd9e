using System.Text.RegularExpressions;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>The page of a rule: its wrong code is told of, by this rule alone, and its right code compiles.</summary>
public partial class RulePageTests
{
    // Their mistake is in the project, not in the code.
    private static readonly string[] ProjectRules = [RuleIds.LanguageVersion, RuleIds.NoTorch, RuleIds.OtherRuntime, RuleIds.LateDeclaration];

    // A page shows no documentation comments.
    private static readonly RunOptions s_options = RunOptions.Default with { NoWarn = ["CS1591"], HasAdvice = true };

    public static TheoryData<string> Ids => [.. ErrorTests.RuleIdsInUse()];

    public static TheoryData<string> IdsWithCode => [.. ErrorTests.RuleIdsInUse().Except(ProjectRules)];

    private static string Folder { get; } = Path.Combine(RuleDocumentationTests.Folder, "..", "rules");

    [Fact]
    public void Every_page_is_of_a_rule() => Directory.GetFiles(Folder, "CNN*.md").Select(Path.GetFileNameWithoutExtension)
        .ShouldBe(ErrorTests.RuleIdsInUse(), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_headed_by_the_rule(string id) => Page(id).Split('\n')[0].ShouldBe($"# {id}: {Rules.Of(id).Title}");

    /// <summary>In a list of alerts the title stands alone, and a wish would read as what is there.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_title_says_what_must_or_should_be(string id) => Rules.Of(id).Title.ToString().ShouldMatch(Rules.Of(id).DefaultSeverity switch
    {
        DiagnosticSeverity.Error => @"\bmust\b",
        DiagnosticSeverity.Hidden => @"\bcan\b",
        _ => @"\bshould\b",
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_message_is_more_than_holes(string id) =>
        Hole().Replace(Rules.Of(id).MessageFormat.ToString(), "").Trim().ShouldNotBeEmpty();

    [GeneratedRegex(@"'?\{\d\}[:,.']*")]
    private static partial Regex Hole();

    [Theory]
    [MemberData(nameof(IdsWithCode))]
    public void Its_wrong_code_is_told_of_by_this_rule_alone(string id) =>
        Told(ModelCompiler.Generate(Code(id, "Wrong"), s_options).DidNotCrash(), id).Distinct().ShouldBe([id]);

    [Theory]
    [MemberData(nameof(IdsWithCode))]
    public void Its_right_code_compiles(string id)
    {
        GeneratorRun run = ModelCompiler.Generate(Code(id, "Right"), s_options).DidNotCrash();

        GeneratorRun.CompilerComplaints(run.Output).ShouldBeEmpty();
        Told(run, id).ShouldNotContain(id);
        run.Diagnostics.ShouldNotContain(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    // Errors of pages about errors come without advice, which waits until they are mended.
    private static IEnumerable<string> Told(GeneratorRun run, string id) =>
        run.Diagnostics.Concat(run.Hidden.Where(diagnostic => diagnostic.Id == id)).Select(static diagnostic => diagnostic.Id);

    [Fact]
    public void The_index_is_the_rules_in_order()
    {
        string[] rows = [.. File.ReadAllLines(Path.Combine(Folder, "README.md")).Where(static line => line.StartsWith("| [CNN", StringComparison.Ordinal))];

        rows.ShouldBe(ErrorTests.RuleIdsInUse().Order().Select(static id => $"| [{id}]({id}.md) | {Rules.Of(id).Title} |"));
    }

    /// <summary>The notes of the release file, which the compiler checks against the descriptors' severities, are the titles.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_releases_say_the_title(string id)
    {
        string releases = File.ReadAllText(Path.Combine(RuleDocumentationTests.Folder, "AnalyzerReleases.Shipped.md"))
            + File.ReadAllText(Path.Combine(RuleDocumentationTests.Folder, "AnalyzerReleases.Unshipped.md"));

        releases.Split('\n').Where(line => line.StartsWith(id, StringComparison.Ordinal)).ShouldHaveSingleItem()
            .Split('|')[3].Trim().ShouldBe(Rules.Of(id).Title.ToString());
    }

    private static string Code(string id, string heading)
    {
        Match code = CodeBlock().Matches(Page(id)).Single(match => Headings(heading).Contains(match.Groups["heading"].Value));
        return code.Groups["code"].Value;
    }

    // What is no mistake has a before and an after.
    private static string[] Headings(string heading) => heading == "Wrong" ? ["Wrong", "Before"] : ["Right", "After"];

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder, $"{id}.md"));

    [GeneratedRegex(@"^(?<heading>\w+):\n\n```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
