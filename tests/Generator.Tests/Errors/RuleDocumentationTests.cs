using System.Reflection;
using System.Runtime.CompilerServices;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Every rule is listed, has a page, and reads like the others.</summary>
[Trait("Checklist", "21")]
public class RuleDocumentationTests
{
    public static TheoryData<string> Ids => [.. ErrorTests.RuleIdsInUse()];

    internal static string Folder { get; } = GeneratorFolder();

    [Fact]
    public void Every_descriptor_is_found_by_its_id()
    {
        DiagnosticDescriptor[] rules = [.. typeof(Rules).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];

        rules.Select(rule => rule.Id).ShouldBe(ErrorTests.RuleIdsInUse(), ignoreOrder: true);
        rules.ShouldAllBe(rule => ReferenceEquals(rule, Rules.Of(rule.Id)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_listed_in_the_releases_with_its_severity(string id)
    {
        string releases = File.ReadAllText(Path.Combine(Folder, "AnalyzerReleases.Shipped.md"))
            + File.ReadAllText(Path.Combine(Folder, "AnalyzerReleases.Unshipped.md"));
        DiagnosticDescriptor rule = Rules.Of(id);

        string row = releases.Split('\n').Where(line => line.StartsWith(id, StringComparison.Ordinal)).ShouldHaveSingleItem();
        row.Split('|').Select(cell => cell.Trim()).Take(3).ShouldBe([id, rule.Category, rule.DefaultSeverity.ToString()]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Brings_the_text_of_its_page_along(string id)
    {
        string page = File.ReadAllText(Path.Combine(Folder, "..", "rules", $"{id}.md")).ReplaceLineEndings("\n");
        string text = Rules.Of(id).Description.ToString().ReplaceLineEndings("\n");

        text.ShouldNotBeEmpty();
        page.ShouldStartWith($"# {id}: {Rules.Of(id).Title}\n\n{text}\n\n");
    }

    /// <summary>A link that leads nowhere is worse than none.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Links_to_its_page_where_that_is_published(string id)
    {
        string? address = typeof(RuleDocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static metadata => metadata.Key == "RulePages").Value;

        Rules.Of(id).HelpLinkUri.ShouldBe(string.IsNullOrEmpty(address) ? "" : $"{address}/{id}.md");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Can_be_configured(string id)
    {
        DiagnosticDescriptor rule = Rules.Of(id);

        rule.IsEnabledByDefault.ShouldBeTrue();
        rule.CustomTags.ShouldNotContain(WellKnownDiagnosticTags.NotConfigurable);
    }

    private static string GeneratorFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(file, "../../../../generator/CnnGen.Generator"));
}
