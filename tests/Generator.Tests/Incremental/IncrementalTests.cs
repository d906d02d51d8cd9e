using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace CnnGen.Generator.Tests;

/// <summary>An edit costs what it changes, and nothing is stale after it.</summary>
public class IncrementalTests
{
    private const string First = """
        using CnnGen;
        namespace Sample;

        [Model]
        [Input(28, 28, 1)]
        [Conv2D(8, 3)]
        [Flatten]
        [Dense(10)]
        internal partial class First;
        """;

    private const string Second = """
        using CnnGen;
        namespace Sample;

        [Model]
        [Input(28, 28, 1)]
        [Conv2D(Sizes.Filters, 3)]
        [Flatten]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Digits>]
        internal partial class Second;
        """;

    private const string Wrong = """
        using CnnGen;
        namespace Sample;

        [Model]
        [Input(28, 28, 1)]
        [Flatten]
        [Conv2D(8, 3)]
        internal partial class Wrong;
        """;

    private const string Other = """
        using CnnGen;
        namespace Sample;

        internal static class Sizes
        {
            internal const int Filters = 8;
        }

        [ImageData(28, 28, 1, Classes = 10)]
        internal sealed class Digits;
        """;

    private readonly GeneratorRun _run = ModelCompiler.GenerateFiles([First, Second, Wrong, Other]);

    [Fact]
    public void Each_model_is_a_step_of_its_own()
    {
        _run.Reasons(CnnGenerator.Steps.Read).ShouldBe([New, New, New]);
        _run.OutputReasons(CnnGenerator.Steps.Source).ShouldBe([New, New, New]);
        _run.Files.Count.ShouldBe(3);
    }

    [Fact]
    [Trait("Checklist", "4")]
    public void The_same_compilation_again_is_all_from_the_cache()
    {
        GeneratorRun again = _run.Then(_run.Input);

        Steps.Outputs(again).SelectMany(s => s.Outputs).ShouldAllBe(o => o.Reason == Cached);
    }

    [Fact]
    [Trait("Checklist", "1")]
    public void An_edit_elsewhere_changes_nothing()
    {
        GeneratorRun edited = Edit(3, Other + "\ninternal sealed class Unrelated { int X => 1; }");

        edited.Reasons(CnnGenerator.Steps.Read).ShouldBe([Cached, Cached, Cached]);
        edited.Reasons(CnnGenerator.Steps.Plan).ShouldBe([Cached, Cached, Cached]);
        Steps.Outputs(edited).SelectMany(s => s.Outputs).ShouldAllBe(o => o.Reason == Cached);
    }

    [Fact]
    [Trait("Checklist", "2")]
    public void A_comment_above_a_model_writes_nothing_again()
    {
        GeneratorRun edited = Edit(0, First.Replace("[Model]", "// The first of all.\n\n[Model]"));

        edited.OutputReasons(CnnGenerator.Steps.Source).ShouldBe([Cached, Cached, Cached]);
        edited.Files.ShouldBe(_run.Files);
    }

    [Fact]
    public void A_body_that_names_nothing_of_ours_writes_nothing_again()
    {
        GeneratorRun edited = Edit(0, First.Replace("class First;", "class First { internal int Own => 1; }"));

        edited.OutputReasons(CnnGenerator.Steps.Source).ShouldBe([Cached, Cached, Cached]);
    }

    [Fact]
    [Trait("Checklist", "3")]
    public void An_edit_of_one_model_writes_that_one_only()
    {
        GeneratorRun edited = Edit(0, First.Replace("Conv2D(8, 3)", "Conv2D(9, 3)"));

        edited.OutputReasons(CnnGenerator.Steps.Source).Order().ShouldBe(new[] { Cached, Cached, Modified }.Order());
        edited.Files.Except(_run.Files).ShouldHaveSingleItem().Text.ShouldContain("9");
    }

    [Fact]
    public void A_model_that_goes_takes_its_file_along()
    {
        GeneratorRun edited = Edit(0, First.Replace("[Model]", ""));

        edited.Files.Count.ShouldBe(2);
        edited.OutputReasons(CnnGenerator.Steps.Source).Count(reason => reason == Cached).ShouldBe(2);
    }

    [Fact]
    [Trait("Checklist", "6")]
    public void A_constant_in_another_file_changes_the_output()
    {
        GeneratorRun edited = Edit(3, Other.Replace("Filters = 8", "Filters = 12"));

        edited.OutputReasons(CnnGenerator.Steps.Source).Count(reason => reason == Modified).ShouldBe(1);
        edited.Files.Except(_run.Files).ShouldHaveSingleItem().Hint.ShouldContain("Second");
    }

    [Fact]
    public void A_data_set_in_another_file_is_judged_anew()
    {
        GeneratorRun edited = Edit(3, Other.Replace("Classes = 10", "Classes = 11"));

        edited.HasDiagnostic("CNN102").HasDiagnostic("CNN203").HasNoOthers();
    }

    [Fact]
    [Trait("Checklist", "6")]
    public void A_base_class_in_another_file_is_judged_anew()
    {
        GeneratorRun edited = Edit(3, Other + "\ninternal class Base;\ninternal partial class First : Base;");

        edited.HasDiagnostic("CNN102").HasDiagnostic("CNN005").HasNoOthers();
        Edit(3, Other, edited).HasDiagnostic("CNN102").HasNoOthers();
    }

    [Fact]
    [Trait("Checklist", "9")]
    public void A_mistake_that_moves_is_told_where_it_now_is_and_nothing_is_written_again()
    {
        GeneratorRun edited = Edit(2, Wrong.Replace("[Model]", "// Moved.\n[Model]"));

        edited.Reasons(CnnGenerator.Steps.Problems).ShouldContain(Modified);
        edited.OutputReasons(CnnGenerator.Steps.Problems).Count(reason => reason == Modified).ShouldBe(1);
        edited.OutputReasons(CnnGenerator.Steps.Source).ShouldBe([Cached, Cached, Cached]);
        Line(edited).ShouldBe(Line(_run) + 1);
    }

    /// <summary>The mistake stands in one file and what fixes it in another: an edit of that one moves the fix alone.</summary>
    [Fact]
    public void A_mend_in_another_file_moves_with_it()
    {
        const string Input = "using CnnGen; namespace Sample;\n[Model, Input(28, 28, 1)] public sealed partial class Cnn;";
        GeneratorRun run = ModelCompiler.GenerateFiles([Input, """
            using CnnGen; namespace Sample;
            [ImageData(32, 32, 3, Classes = 10)] public sealed class Data;
            [Flatten, Dense(10), Training<Data>] public sealed partial class Cnn;
            """]);

        SyntaxTree moved = ModelCompiler.ParseFile("// Moved.\n" + Input, 0, RunOptions.Default);
        GeneratorRun edited = run.Then(run.Input.ReplaceSyntaxTree(run.Input.SyntaxTrees[0], moved));

        Diagnostic mistake = edited.Result.Diagnostics.ShouldHaveSingleItem();
        mistake.Location.SourceTree.ShouldBe(edited.Input.SyntaxTrees[1]);
        Location fix = mistake.AdditionalLocations.ShouldHaveSingleItem();
        fix.SourceTree.ShouldBe(moved);
        moved.GetText().ToString(fix.SourceSpan).ShouldBe("28, 28, 1");
    }

    [Fact]
    public void A_mistake_of_the_same_kind_writes_nothing_again()
    {
        GeneratorRun edited = Edit(2, Wrong.Replace("Conv2D(8, 3)", "Conv2D(8, 4)"));

        edited.HasDiagnostic("CNN102").At("Conv2D(8, 4)").HasNoOthers();
        edited.OutputReasons(CnnGenerator.Steps.Source).ShouldBe([Cached, Cached, Cached]);
    }

    [Fact]
    public void A_mended_mistake_goes_and_the_members_come()
    {
        GeneratorRun edited = Edit(2, Wrong.Replace("[Flatten]\n", "")).HasNoDiagnostics();

        edited.OutputReasons(CnnGenerator.Steps.Source).Order().ShouldBe(new[] { Cached, Cached, Modified }.Order());
        edited.CompilesHere();
    }

    private GeneratorRun Edit(int file, string text, GeneratorRun? after = null)
    {
        GeneratorRun run = after ?? _run;
        SyntaxTree tree = run.Input.SyntaxTrees[file];
        return run.Then(run.Input.ReplaceSyntaxTree(tree, ModelCompiler.ParseFile(text, file, RunOptions.Default)));
    }

    private static int Line(GeneratorRun run) => run.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line;
}
