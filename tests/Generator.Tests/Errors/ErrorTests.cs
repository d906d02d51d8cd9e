using System.Reflection;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Every mistake: told once, on the right words, in words that help, and only when it is one.</summary>
[Trait("Checklist", "21")]
public class ErrorTests
{
    public static TheoryData<string> Keys => [.. ErrorCases.All.Keys];

    [Theory]
    [Trait("Checklist", "11")]
    [MemberData(nameof(Keys))]
    public void Is_told_once_where_it_is(string key)
    {
        ErrorCase error = ErrorCases.All[key];

        Diagnostic found = error.Run().DidNotCrash().Diagnostics.ShouldHaveSingleItem();

        found.Id.ShouldBe(error.Id);
        found.Severity.ShouldBe(DiagnosticSeverity.Error);
        Text(found, found.Location.SourceSpan).ShouldBe(Text(found, error.Span), found.ToString());
        found.Location.SourceSpan.ShouldBe(error.Span, found.ToString());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Says_what_is_wrong_and_what_to_do(string key)
    {
        ErrorCase error = ErrorCases.All[key];

        string message = error.Run().Diagnostics.First(d => d.Id == error.Id).GetMessage();

        foreach (string part in error.Saying)
        {
            message.ShouldContain(part, Case.Sensitive);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Is_not_told_of_the_nearest_right_code(string key)
    {
        ErrorCase error = ErrorCases.All[key];

        ModelCompiler.Generate(error.Right, error.RightOptions).HasNoDiagnostics().CompilesHere();
    }

    /// <summary>The model keeps its members, so that code that uses it is not drowned in errors that follow from this one.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void Drowns_nothing_else(string key)
    {
        ErrorCase error = ErrorCases.All[key];
        if (!error.KeepsMembers || !error.IsSingle)
        {
            return;
        }

        const string user = """

            internal static class User
            {
                internal static string Use()
                {
                    using var model = new Cnn();
                    using var images = TorchSharp.torch.zeros(1L, 1L, 28L, 28L);
                    using var scores = model.forward(images);
                    using var logits = model.Logits(images);
                    model.Save("weights.safetensors");
                    return Cnn.Summary + Cnn.ParameterCount + Cnn.Architecture.Layers.Count + Cnn.InputShape.Length + Cnn.OutputShape.Length;
                }
            }
            """;

        ModelCompiler.Generate(error.Source + user, error.Options).CompilesHere();
    }

    /// <summary>What is told of in a program, and not in a model, has tests of its own.</summary>
    [Fact]
    public void Every_rule_has_a_case() =>
        RuleIdsInUse().Except([Problems.RuleIds.ChosenByTestData, .. ErrorCases.All.Values.Select(c => c.Id), .. AdviceCases.All.Values.Select(c => c.Id)]).ShouldBeEmpty();

    internal static IEnumerable<string> RuleIdsInUse() => typeof(Problems.RuleIds)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static string Text(Diagnostic diagnostic, Microsoft.CodeAnalysis.Text.TextSpan span) =>
        diagnostic.Location.SourceTree!.GetText().ToString(span);
}
