using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>With the notebook's own names, the six models print the notebook's own texts: byte for byte, from constants.</summary>
public class SeedSummaryTests
{
    public static TheoryData<string, string> Models => new()
    {
        { "sequential_4", Notebook.Named(Notebook.ValidCnn, "sequential_4", ("Conv2D", 4), ("Flatten", 0), ("Dense", 0)) },
        { "sequential_5", Notebook.Named(Notebook.SameCnn, "sequential_5", ("Conv2D", 7), ("Flatten", 1), ("Dense", 2)) },
        { "sequential_8", Notebook.Named(Notebook.NormalizedCnn, "sequential_8", ("Conv2D", 12), ("BatchNormalization", 0), ("Flatten", 2), ("Dense", 4)) },
        { "sequential_9", Notebook.Named(Notebook.UnitStrideCnn, "sequential_9", ("Conv2D", 15), ("BatchNormalization", 4), ("Flatten", 3), ("Dense", 6)) },
        { "sequential_11", Notebook.Named(Notebook.StridedSameCnn, "sequential_11", ("Conv2D", 21), ("BatchNormalization", 12), ("Flatten", 5), ("Dense", 10)) },
        { "sequential_12", Notebook.Named(Notebook.StridedValidCnn, "sequential_12", ("Conv2D", 24), ("BatchNormalization", 16), ("Flatten", 6), ("Dense", 12)) },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void The_constant_is_the_notebooks_text(string name, string declaration)
    {
        GeneratorRun run = ModelCompiler.Generate(declaration).HasNoDiagnostics();

        run.SummaryConstant().ShouldBe(Expected(name));
    }

    /// <summary>The notebook's text; what prints it ends the last line.</summary>
    private static string Expected(string name)
    {
        using Stream text = typeof(SeedSummaryTests).Assembly.GetManifestResourceStream($"{name}.txt")!;
        return new StreamReader(text).ReadToEnd().TrimEnd('\n');
    }
}
