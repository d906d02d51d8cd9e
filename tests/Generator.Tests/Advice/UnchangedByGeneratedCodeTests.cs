using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>
/// What analyzers say is about what the author wrote. In a build they see it with the generated part, in an editor sometimes without it,
/// or with that of a moment ago.
/// </summary>
public class UnchangedByGeneratedCodeTests
{
    private static readonly RunOptions s_options = RunOptions.Default with { HasAdvice = true };

    private static readonly Dictionary<string, string> s_models = new[]
    {
        LayerModels.All, GraphModels.WithSeveral, TrainingModels.All, Notebook.All,
    }.SelectMany(static models => models).ToDictionary(static model => model.Key, static model => model.Value);

    // CNN021 is about what the generator wrote: without that there is nothing to tell.
    private static readonly Dictionary<string, ErrorCase> s_cases = ErrorCases.All.Concat(AdviceCases.All)
        .Where(static found => found.Value.Id != "CNN021")
        .ToDictionary(static found => found.Key, static found => found.Value);

    public static TheoryData<string> Models => [.. s_models.Keys];

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    // With a base class in each part, the symbol tells of one of them: the author's shows again once the generator has run.
    public static TheoryData<string> CasesWithoutBaseClass => [.. s_cases.Values.Where(static found => found.Id != "CNN005").Select(static found => found.Key)];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_same_is_said_of_a_model_with_and_without_its_generated_part(string name)
    {
        GeneratorRun run = ModelCompiler.Generate(s_models[name], s_options);

        Said(run, run.Output).ShouldBe(Said(run, run.Input));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_is_said_of_a_mistake_with_and_without_its_generated_part(string key)
    {
        GeneratorRun run = ModelCompiler.Generate(s_cases[key].Source, s_cases[key].Options with { HasAdvice = true });

        Said(run, run.Output).ShouldBe(Said(run, run.Input));
    }

    /// <summary>The part that was generated before the mistake was made.</summary>
    [Theory]
    [MemberData(nameof(CasesWithoutBaseClass))]
    public void The_same_is_said_of_a_mistake_with_the_generated_part_of_a_moment_ago(string key)
    {
        ErrorCase mistake = s_cases[key];
        GeneratorRun before = ModelCompiler.Generate(mistake.Right, mistake.RightOptions);
        GeneratorRun run = ModelCompiler.Generate(mistake.Source, mistake.Options with { HasAdvice = true });
        SyntaxTree[] stale = [.. before.Output.SyntaxTrees.Skip(before.Input.SyntaxTrees.Length).Select(tree => Reparsed(tree, mistake.Options))];

        stale.ShouldNotBeEmpty();
        Said(run, run.Input.AddSyntaxTrees(stale)).ShouldBe(Said(run, run.Input));
    }

    private static SyntaxTree Reparsed(SyntaxTree tree, RunOptions options) =>
        CSharpSyntaxTree.ParseText(tree.GetText(), options.Parse, tree.FilePath);

    private static IEnumerable<string> Said(GeneratorRun run, Compilation compilation) => run.Analyze(compilation)
        .OrderBy(static diagnostic => diagnostic.Location.SourceSpan)
        .ThenBy(static diagnostic => diagnostic.Id)
        .Select(static diagnostic => string.Join("; ", diagnostic.Properties.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key}={pair.Value}")
            .Concat(diagnostic.AdditionalLocations.Select(static place => place.SourceSpan.ToString()))
            .Prepend(diagnostic.ToString())));
}
