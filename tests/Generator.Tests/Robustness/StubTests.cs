using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>A class whose members can only throw stands beside an error: no program is built that dies of it.</summary>
public class StubTests
{
    private static IEnumerable<string> Declarations => LayerModels.All.Values
        .Concat(TrainingModels.All.Values)
        .Concat(Notebook.All.Values)
        .Concat(ErrorCases.All.Values.SelectMany(error => new[] { error.Source, error.Right }));

    /// <summary>Each in a namespace of its own, so that one compilation does for all.</summary>
    [Fact]
    public void Has_an_error_beside_it()
    {
        GeneratorRun run = ModelCompiler.GenerateFiles([.. Declarations.Select((text, i) => $"using CnnGen;\nnamespace Sample{i};\n{text}")]);
        ILookup<string?, Diagnostic> errors = run.DidNotCrash().Result.Diagnostics.Concat(run.Output.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath);
        string[] stubs = [.. GeneratedFiles.Of(run.Output, run.Input)
            .Where(GeneratedFiles.IsStub)
            .Select(tree => Path.GetFileName(tree.FilePath).Split('.')[0]["Sample".Length..])];

        stubs.Where(number => !errors[$"{ModelCompiler.Folder}File{number}.cs"].Any()).ShouldBeEmpty();
        stubs.Length.ShouldBeGreaterThan(100);
    }

    /// <summary>A field of the user's that begins like one of a layer is no mistake, and the model can be used in another.</summary>
    [Fact]
    public void A_model_with_a_field_of_its_own_can_be_used() => ModelCompiler.Generate("""
        [Model, Input(8, 8, 1), Conv2D(4, 3)]
        public sealed partial class Backbone { private readonly int _sizes = 3; internal int Sizes => _sizes; }

        [Model, Input(8, 8, 1), Use<Backbone>, Flatten, Dense(2)]
        public sealed partial class Cnn;
        """).HasNoDiagnostics().Compiles().Files.ShouldNotContain(file => file.Text.Contains("BuildErrors"));

    /// <summary>An attribute that another generator will add is unknown while this one runs.</summary>
    [Fact]
    public void A_model_with_an_unknown_attribute_can_be_used()
    {
        GeneratorRun run = ModelCompiler.Generate("""
            [Model, Input(8, 8, 1), Conv2D(4, 3), AddedLater]
            public sealed partial class Backbone;

            [Model, Input(8, 8, 1), Use<Backbone>, Flatten, Dense(2)]
            public sealed partial class Cnn;
            """);

        run.DidNotCrash().Files.ShouldNotContain(file => file.Text.Contains("BuildErrors"));
    }

    [Fact]
    public void Stubs_are_seen()
    {
        GeneratorRun run = ModelCompiler.Generate("[Model, Input(8, 8, 1)] public sealed partial class Cnn;");

        GeneratedFiles.IsStub(GeneratedFiles.Of(run.Output, run.Input).ShouldHaveSingleItem()).ShouldBeTrue();
    }

    internal static void HasErrorsWhereStubsAre(GeneratorRun run)
    {
        bool isStubbed = GeneratedFiles.Of(run.Output, run.Input).Any(GeneratedFiles.IsStub);
        bool hasError = run.DidNotCrash().Diagnostics.Concat(run.Output.GetDiagnostics())
            .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is { } tree && run.Input.SyntaxTrees.Contains(tree));

        (!isStubbed || hasError).ShouldBeTrue("a stub and no error");
    }
}
