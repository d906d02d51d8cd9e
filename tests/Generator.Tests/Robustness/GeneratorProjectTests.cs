using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>The generator is built under Roslyn's rules for generators, and none of them is waived.</summary>
[Trait("Checklist", "20")]
public class GeneratorProjectTests
{
    public static TheoryData<string> Projects => [.. Directory.EnumerateFiles(Folder(), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_rules_are_on(string project) => Property(project, "EnforceExtendedAnalyzerRules").ShouldBe("true");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Warnings_are_errors_and_none_is_turned_off(string project)
    {
        (Property(project, "TreatWarningsAsErrors") ?? "true").ShouldBe("true");
        Property(project, "NoWarn").ShouldBeNull();
        Property(project, "WarningsNotAsErrors").ShouldBeNull();
    }

    [Fact]
    public void No_source_waives_a_rule() => Directory.EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
        .Where(path => File.ReadAllText(path) is var text && (text.Contains("disable RS") || text.Contains("SuppressMessage")))
        .ShouldBeEmpty();

    private static string? Property(string project, string name) => XDocument
        .Load(Directory.EnumerateFiles(Folder(), project, SearchOption.AllDirectories).Single())
        .Descendants(name).SingleOrDefault()?.Value;

    private static string Folder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "../../../../generator"));
}
