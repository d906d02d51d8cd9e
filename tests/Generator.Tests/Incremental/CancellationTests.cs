using CnnGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>A run that is not wanted any more stops, and leaves nothing wrong behind.</summary>
[Trait("Checklist", "19")]
public class CancellationTests
{
    // The model's, and the one that all models share.
    private const int Files = 2;

    private static readonly CancellationToken s_cancelled = new(canceled: true);

    private readonly Compilation _compilation = ModelCompiler.Compile([ModelCompiler.Usings + Notebook.ValidCnn], RunOptions.Default);

    [Fact]
    public void A_cancelled_run_stops_and_the_next_one_is_right()
    {
        GeneratorDriver driver = ModelCompiler.CreateDriver(RunOptions.Default);

        Should.Throw<OperationCanceledException>(() => driver.RunGenerators(_compilation, s_cancelled));

        driver.RunGenerators(_compilation).GetRunResult().GeneratedTrees.Length.ShouldBe(Files);
    }

    [Fact]
    public void A_run_cancelled_after_an_edit_leaves_the_next_one_right()
    {
        GeneratorDriver driver = ModelCompiler.CreateDriver(RunOptions.Default).RunGenerators(_compilation);
        Compilation edited = ModelCompiler.Compile([ModelCompiler.Usings + Notebook.ValidCnn.Replace("Dense(128", "Dense(64")], RunOptions.Default);

        Should.Throw<OperationCanceledException>(() => driver.RunGenerators(edited, s_cancelled));

        Texts(driver.RunGenerators(edited)).ShouldBe(Texts(ModelCompiler.CreateDriver(RunOptions.Default).RunGenerators(edited)));
    }

    /// <summary>In the middle of a class's attributes, not only between classes.</summary>
    [Fact]
    public void Reading_a_class_stops()
    {
        INamedTypeSymbol model = _compilation.GetTypeByMetadataName("Sample.ValidCnn").ShouldNotBeNull();

        Should.Throw<OperationCanceledException>(() => AttributeReader.ReadAll(model, new UseReader(model, _compilation), s_cancelled));
    }

    private static IEnumerable<string> Texts(GeneratorDriver driver) => driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString());
}
