using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Tests;

/// <summary>Compiles source text in memory, the way a project that declares models is compiled.</summary>
internal static class ModelCompiler
{
    /// <summary>The folder that the sources pretend to lie in.</summary>
    public const string Folder = "/project/";

    /// <summary>What a test's source starts with unless it brings its own usings; it adds one line.</summary>
    public const string Usings = "using CnnGen; namespace Sample;\n";

    /// <summary>Runs the generator over one file of models in namespace <c>Sample</c>.</summary>
    public static GeneratorRun Generate(string models, RunOptions? options = null) =>
        GenerateFiles([Usings + models], options);

    /// <summary>Runs the generator over whole files.</summary>
    public static GeneratorRun GenerateFiles(IReadOnlyList<string> files, RunOptions? options = null)
    {
        options ??= RunOptions.Default;
        return new GeneratorRun(CreateDriver(options), Compile(files, options), options);
    }

    /// <summary>A fresh driver that records its steps.</summary>
    public static GeneratorDriver CreateDriver(RunOptions options) => CSharpGeneratorDriver.Create(
        [new CnnGenerator().AsSourceGenerator(), .. options.Added is { } text ? [new TextGenerator(text).AsSourceGenerator()] : Array.Empty<ISourceGenerator>()],
        parseOptions: options.Parse,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What every SDK project suppresses: references built against an older framework.</summary>
    private static readonly string[] NoWarnOfTheSdk = ["CS1701", "CS1702"];

    /// <summary>Everything that a strict project asks for: warnings are errors, at the highest level.</summary>
    public static CSharpCompilation Compile(IReadOnlyList<string> files, RunOptions options) => CSharpCompilation.Create(
        "Models",
        files.Select((text, index) => ParseFile(text, index, options)),
        options.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(options.Nullable)
            .WithWarningLevel(9999)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithSpecificDiagnosticOptions(options.NoWarn.Concat(NoWarnOfTheSdk).ToDictionary(id => id, _ => ReportDiagnostic.Suppress))
            .WithSyntaxTreeOptionsProvider(EditorConfigOptions.Parse(options.EditorConfig)));

    public static SyntaxTree ParseFile(string text, int index, RunOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), options.Parse, $"{Folder}File{index}.cs");
}
