using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Every rule can be turned off and down in the usual ways.</summary>
[Trait("Checklist", "10")]
[Trait("Checklist", "21")]
public class SuppressionTests
{
    /// <summary>One case for each rule.</summary>
    public static TheoryData<string> Keys => [.. ErrorCases.All.Values.DistinctBy(c => c.Id).Select(c => c.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_pragma_turns_it_off(string key)
    {
        ErrorCase error = ErrorCases.All[key];

        Diagnostics($"#pragma warning disable {error.Id}\n{error.Source}\n", error.Options).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_pragma_for_another_rule_does_not(string key)
    {
        ErrorCase error = ErrorCases.All[key];

        Diagnostics($"#pragma warning disable CNN999\n{error.Source}\n#pragma warning disable {error.Id}\n", error.Options)
            .ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_editorconfig_turns_it_off(string key)
    {
        ErrorCase error = ErrorCases.All[key];

        Diagnostics(error.Source, error.Options with { EditorConfig = Severity(error, "none") }).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_editorconfig_turns_it_down(string key)
    {
        ErrorCase error = ErrorCases.All[key];

        Diagnostics(error.Source, error.Options with { EditorConfig = Severity(error, "suggestion") })
            .ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Info);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void NoWarn_turns_it_off(string key)
    {
        ErrorCase error = ErrorCases.All[key];

        Diagnostics(error.Source, error.Options with { NoWarn = [error.Id] }).ShouldBeEmpty();
    }

    private static string Severity(ErrorCase error, string severity) => $"root = true\n[*.cs]\ndotnet_diagnostic.{error.Id}.severity = {severity}\n";

    private static IEnumerable<Diagnostic> Diagnostics(string source, RunOptions options) =>
        ModelCompiler.Generate(source, options).DidNotCrash().Diagnostics;
}
