using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Advice: given once, on the right words, and on nothing that is meant so.</summary>
public class AdviceTests
{
    public static TheoryData<string> Keys => [.. AdviceCases.All.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Is_given_once_where_it_belongs(string key)
    {
        ErrorCase advice = AdviceCases.All[key];

        Diagnostic found = Given(advice).ShouldHaveSingleItem();

        found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)
            .ShouldBe(found.Location.SourceTree!.GetText().ToString(advice.Span), found.ToString());
        found.Location.SourceSpan.ShouldBe(advice.Span, found.ToString());
        foreach (string part in advice.Saying)
        {
            found.GetMessage().ShouldContain(part, Case.Sensitive);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Is_not_given_on_the_nearest_right_code(string key)
    {
        ErrorCase advice = AdviceCases.All[key];
        GeneratorRun run = ModelCompiler.Generate(advice.Right, advice.RightOptions).CompilesHere();

        run.Diagnostics.Concat(run.Hidden).ShouldNotContain(diagnostic => diagnostic.Id == advice.Id);
    }

    /// <summary>The model works: what is advised against is generated all the same.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void Stops_nothing(string key)
    {
        GeneratorRun run = ModelCompiler.Generate(AdviceCases.All[key].Source).HasNoDiagnostics().CompilesHere();

        run.File.ShouldNotContain("throw new");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Can_be_turned_off(string key)
    {
        ErrorCase advice = AdviceCases.All[key];
        string severity = $"root = true\n[*.cs]\ndotnet_diagnostic.{advice.Id}.severity = none\n";

        Given(advice with { Options = advice.Options with { EditorConfig = severity } }).ShouldBeEmpty();
        Given(advice with { Options = advice.Options with { NoWarn = [advice.Id] } }).ShouldBeEmpty();
        ModelCompiler.Generate($"#pragma warning disable {advice.Id}\n{advice.Source}", advice.Options).Diagnostics
            .ShouldNotContain(diagnostic => diagnostic.Id == advice.Id);
    }

    [Fact]
    public void Every_rule_has_a_case() => AdviceCases.All.Values.Select(static advice => advice.Id).Distinct()
        .ShouldBe(Rules.Advice.AddRange(Rules.ShapeHere, Rules.ShapeComment, Rules.UnwrittenShapes).Select(static rule => rule.Id), ignoreOrder: true);

    /// <summary>What comes of an error is not advised about.</summary>
    [Fact]
    public void Waits_until_errors_are_mended() =>
        ModelCompiler.Generate(ErrorCases.Image("[Flatten]\n[Dense(128)]\n[Dense(0)]"), RunOptions.Default with { HasAdvice = true })
            .HasDiagnostic("CNN104").HasNoOthers();

    /// <summary>The six networks of the notebook, whose order and strides are what it is about, get hints at most.</summary>
    [Fact]
    public void The_notebook_gets_no_warning()
    {
        GeneratorRun run = ModelCompiler.Generate(string.Join("\n", Notebook.All.Values), RunOptions.Default with { HasAdvice = true });

        run.Diagnostics.ShouldAllBe(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Info);
        run.Diagnostics.Select(static diagnostic => diagnostic.Id).Distinct().ShouldBe(["CNN302", "CNN303", "CNN304"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_models_are_advised_without_a_crash(int seed)
    {
        var models = new RandomModels(new Random(seed));
        for (int i = 0; i < 40; i++)
        {
            string model = models.Next();

            ModelCompiler.Generate(model, RunOptions.Default with { HasAdvice = true }).Diagnostics
                .ShouldAllBe(static diagnostic => diagnostic.Id.StartsWith("CNN3"), model);
        }
    }

    /// <summary>A block is advised about where it is used, once, however often it stands there; fixes would be done to the use.</summary>
    [Fact]
    public void A_block_is_advised_about_once()
    {
        const string source = """
            [Block]
            [Conv2D(Arg.Filters, 3, Padding = Pad.Same)]
            [BatchNormalization]
            [ReLU]
            internal class Unit;

            [Model]
            [Input(28, 28, 1)]
            [Use<Unit>(Filters = 8, Times = 3)]
            [Flatten]
            internal partial class Cnn;
            """;
        GeneratorRun run = ModelCompiler.Generate(source, RunOptions.Default with { HasAdvice = true });

        run.HasDiagnostic("CNN301").At("Use<Unit>(Filters = 8, Times = 3)").HasNoOthers();
        run.Diagnostics[0].Properties.ShouldBeEmpty();
    }

    private static IEnumerable<Diagnostic> Given(ErrorCase advice)
    {
        GeneratorRun run = advice.Run().CompilesHere();
        return run.Diagnostics.Concat(run.Hidden).Where(diagnostic => diagnostic.Id == advice.Id);
    }
}
