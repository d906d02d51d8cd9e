using System.Text.Json;

namespace CnnGen.Package.Tests;

/// <summary>What comes along with a diagnostic, as the compiler's log has it: the page's text, and its address once there is one.</summary>
[Collection(nameof(Packages))]
public sealed class RuleDescriptionTests(Packages packages)
{
    private const string Id = "CNN305";
    private const string Address = "https://pages.example/rules";

    [Fact]
    public void The_text_of_the_page_comes_along()
    {
        JsonElement rule = Rule(Consumer());

        rule.GetProperty("fullDescription").GetProperty("text").GetString().ShouldBe(new RulePage(Id).Text);
        Link(rule).ShouldBe(Build.RulePages is { } address ? $"{address}/{Id}.md" : null);
    }

    [Fact]
    public void The_address_of_the_pages_is_one_property()
    {
        string folder = Path.Combine(packages.Folder, "linked");
        DotNet.Run(Build.Repository, null,
            "build", "generator/CnnGen.Generator", "-c", Build.Configuration, "--artifacts-path", folder, $"-p:RulePages={Address}", "-v", "q")
            .Succeeded();
        string generator = Directory.GetFiles(Path.Combine(folder, "bin"), "CnnGen.Generator.dll", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Consumer consumer = Consumer();
        consumer.Write("Directory.Build.targets", $"""
            <Project>
              <Target Name="TakeOtherGenerator" BeforeTargets="CoreCompile">
                <ItemGroup>
                  <Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'CnnGen.Generator'" />
                  <Analyzer Include="{generator}" />
                </ItemGroup>
              </Target>
            </Project>
            """);

        JsonElement rule = Rule(consumer);

        Link(rule).ShouldBe($"{Address}/{Id}.md");
        rule.GetProperty("fullDescription").GetProperty("text").GetString().ShouldBe(new RulePage(Id).Text);
    }

    private Consumer Consumer() => new(packages) { Program = $"using CnnGen;\n\n{new RulePage(Id).Wrong}" };

    private static JsonElement Rule(Consumer consumer)
    {
        consumer.Run("build", "-v", "q", "-p:OutputType=Library", "-p:ErrorLog=log.sarif%2Cversion=2.1").Succeeded();
        return JsonDocument.Parse(consumer.Read("log.sarif")).RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver")
            .GetProperty("rules").EnumerateArray().Single(static rule => rule.GetProperty("id").GetString() == Id);
    }

    private static string? Link(JsonElement rule) => rule.TryGetProperty("helpUri", out JsonElement link) ? link.GetString() : null;
}
