using System.Collections.Immutable;
using System.Text;
using Basic.Reference.Assemblies;
using CnnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TorchSharp;

namespace CnnGen.Benchmarks.Cases;

/// <summary>Compiles a file as a project would that uses CnnGen, with the generator, the analyzers and the SDK's implicit usings.</summary>
internal static class CaseCompiler
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] s_references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(ICnnModel).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(torch).Assembly.Location),
    ];

    // References built against an older framework, and the documentation of code that has none.
    private static readonly string[] s_noWarn = ["CS1701", "CS1702", "CS1591"];

    private static readonly SyntaxTree s_usings = Parse("""
        global using CnnGen;
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """, "Usings.cs");

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(CnnGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static CaseReport Compile(CaseFile file)
    {
        var faults = new List<string>();
        MetadataReference[] libraries = file.Library is { } library ? [Library(library, faults)] : [];
        Compilation input = Project("Case", file.Main, file.Name, libraries);
        (Compilation output, ImmutableArray<Diagnostic> generated) = Generate(input, faults);
        Diagnostic[] all = [.. generated, .. output.GetDiagnostics(), .. Advice(output)];
        Diagnostic[] shown =
        [
            .. all.Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed)
                .Where(diagnostic => diagnostic.Location.SourceTree is not { } tree || input.SyntaxTrees.Contains(tree))
                .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
        faults.AddRange(InGenerated(all, input));
        faults.AddRange(shown.Where(diagnostic => file.IsPublished && diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(static diagnostic => $"a published network has {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}"));
        return new CaseReport(file, shown, Parameters(output, input), faults);
    }

    private static PortableExecutableReference Library(string text, List<string> faults)
    {
        (Compilation library, _) = Generate(Project("Library", text, "Library.cs", []), faults);
        using var image = new MemoryStream();
        if (library.Emit(image) is { Success: false } result)
        {
            faults.Add($"the library does not compile: {result.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        }

        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CSharpCompilation Project(string name, string text, string path, IEnumerable<MetadataReference> libraries) => CSharpCompilation.Create(
        name,
        [s_usings, Parse(text, path)],
        [.. s_references, .. libraries],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(s_noWarn.ToDictionary(static id => id, static _ => ReportDiagnostic.Suppress)));

    private static (Compilation Output, ImmutableArray<Diagnostic> Diagnostics) Generate(Compilation input, List<string> faults)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new CnnGenerator().AsSourceGenerator()], parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            faults.Add($"the generator threw: {exception.GetType().Name}: {exception.Message}");
        }

        return (output, diagnostics);
    }

    // An analyzer that throws is reported as AD0001, without a place.
    private static ImmutableArray<Diagnostic> Advice(Compilation output) =>
        output.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private static IEnumerable<string> InGenerated(IEnumerable<Diagnostic> all, Compilation input) => all
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info && !diagnostic.IsSuppressed)
        .Where(diagnostic => diagnostic.Location.SourceTree is { } tree ? !input.SyntaxTrees.Contains(tree) : diagnostic.Id == "AD0001")
        .Select(static diagnostic => $"in generated code: {diagnostic}");

    private static SortedDictionary<string, long> Parameters(Compilation output, Compilation input)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in output.SyntaxTrees.Except(input.SyntaxTrees))
        {
            // A model's file has its metadata name.
            string name = Path.GetFileName(tree.FilePath)[..^".g.cs".Length];
            if (output.GetTypeByMetadataName(name)?.GetMembers("ParameterCount").OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue is long count)
            {
                counts.Add(name, count);
            }
        }

        return counts;
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), s_parse, path);
}
