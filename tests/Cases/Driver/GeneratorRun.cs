using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Tests;

/// <summary>One run of the generator, and what a test may say about it.</summary>
internal sealed partial class GeneratorRun
{
    internal static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(CnnGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What all networks of a project have in common.</summary>
    public const string SharedFile = "CnnGen.Generated.NetworkState.g.cs";

    private readonly GeneratorDriver _driver;
    private readonly RunOptions _options;
    private readonly Lazy<ImmutableArray<Diagnostic>> _diagnostics;
    private readonly HashSet<Diagnostic> _asserted = [];

    public GeneratorRun(GeneratorDriver driver, CSharpCompilation input, RunOptions options)
    {
        _options = options;
        Input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = (CSharpCompilation)output;
        _diagnostics = new Lazy<ImmutableArray<Diagnostic>>(() =>
        [
            // An analyzer sees what was generated, in a build as in an editor.
            .. diagnostics.Concat(Analyze(Output))
                .Where(d => !d.IsSuppressed)
                .OrderBy(d => d.Location.SourceTree?.FilePath).ThenBy(d => d.Location.SourceSpan),
        ]);
    }

    /// <summary>The compilation without generated files.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The compilation with generated files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What the generator and the analyzers beside it reported and nothing suppressed, in the order of the source.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. _diagnostics.Value.Where(static d => d.Severity > DiagnosticSeverity.Hidden)];

    /// <summary>What only editors ask for.</summary>
    public ImmutableArray<Diagnostic> Hidden => [.. _diagnostics.Value.Where(static d => d.Severity == DiagnosticSeverity.Hidden)];

    /// <summary>The generated files of the models, by hint name.</summary>
    public IReadOnlyList<(string Hint, string Text)> Files =>
        [.. Result.GeneratedSources.Where(s => s.HintName != SharedFile).Select(s => (s.HintName, s.SourceText.ToString())).OrderBy(f => f.HintName, StringComparer.Ordinal)];

    /// <summary>The text of the only model's generated file.</summary>
    public string File => Files.Single().Text;

    /// <summary>The generator's own result, with its tracked steps.</summary>
    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single(static result => result.Generator.GetGeneratorType() == typeof(CnnGenerator));

    /// <summary>Runs the same driver on a changed compilation, so that its caches are used.</summary>
    public GeneratorRun Then(CSharpCompilation changed) => new(_driver, changed, _options);

    /// <summary>What the analyzers report on a compilation.</summary>
    public ImmutableArray<Diagnostic> Analyze(Compilation compilation) => compilation
        .WithAnalyzers(_options.HasAdvice ? Analyzers : [.. Analyzers.Where(static analyzer => !IsAdvice(analyzer))])
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private static bool IsAdvice(DiagnosticAnalyzer analyzer) => analyzer.GetType().Namespace!.EndsWith(".Advice", StringComparison.Ordinal);
}
