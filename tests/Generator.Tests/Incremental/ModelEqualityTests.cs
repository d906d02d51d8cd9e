using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Two readings of the same text are equal: what makes the caches work.</summary>
[Trait("Checklist", "5")]
public class ModelEqualityTests
{
    public static TheoryData<string> Declarations => [.. LayerModels.All.Values, .. TrainingModels.All.Values, .. ErrorCases.All.Values
        .Where(c => c.KeepsMembers).Select(c => c.Source)];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void The_same_source_gives_equal_models(string source)
    {
        object first = Plan(source);
        object second = Plan(source);

        second.ShouldBe(first);
        second.GetHashCode().ShouldBe(first.GetHashCode());
        second.ShouldNotBeSameAs(first);
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Moved_source_gives_an_equal_model(string source) =>
        Plan(source.Replace("[Model", "/* moved */\n\n   [Model")).ShouldBe(Plan(source));

    [Fact]
    public void Different_sources_give_different_models() =>
        LayerModels.All.Values.Concat(TrainingModels.All.Values).Select(Plan).Distinct().Count()
            .ShouldBe(LayerModels.All.Count + TrainingModels.All.Count - Twins);

    /// <summary>Two trainings spell out the loss that would have been chosen.</summary>
    private const int Twins = 2;

    private static object Plan(string source) => ModelCompiler.Generate(source).Values(CnnGenerator.Steps.Plan)[0];
}
