using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>How the pipeline is put together, and what it leaves behind.</summary>
public class PipelineTests
{
    [Theory]
    [InlineData("CreateSyntaxProvider")]
    [InlineData("CompilationProvider")]
    [InlineData("NormalizeWhitespace")]
    [InlineData("SyntaxFactory.")]
    public void The_generator_does_without(string name) => Sources().Where(file => File.ReadAllText(file).Contains(name)).ShouldBeEmpty();

    [Fact]
    public void A_cancelled_run_stops_and_the_next_one_is_right()
    {
        RunOptions options = RunOptions.Default;
        Compilation compilation = ModelCompiler.Compile([ModelCompiler.Usings + Notebook.ValidCnn], options);
        GeneratorDriver driver = ModelCompiler.CreateDriver(options);

        Should.Throw<OperationCanceledException>(() => driver.RunGenerators(compilation, new CancellationToken(canceled: true)));

        driver.RunGenerators(compilation).GetRunResult().GeneratedTrees.Length.ShouldBe(1);
    }

    [Fact]
    public void No_compilation_outlives_the_driver()
    {
        WeakReference compilation = RunOnce();

        for (int i = 0; i < 5 && compilation.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        compilation.IsAlive.ShouldBeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunOnce() => new(ModelCompiler.Generate(Notebook.StridedSameCnn).Input);

    private static IEnumerable<string> Sources([CallerFilePath] string file = "") => Directory.EnumerateFiles(
        Path.GetFullPath(Path.Combine(file, "../../../../generator/CnnGen.Generator")), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));
}
