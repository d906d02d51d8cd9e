using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Tests;

/// <summary>
/// Many programs in one compilation, which costs a fraction of as many compilations, and what is wrong with what the generator
/// makes of them.
/// </summary>
internal sealed class FuzzBatch
{
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Models", [], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

    private readonly IReadOnlyDictionary<SyntaxTree, FuzzProgram> _programs;
    private readonly CSharpCompilation _input;
    private readonly CSharpCompilation _output;
    private readonly GeneratorRunResult _result;
    private readonly ILookup<int, SyntaxTree> _generated;
    private readonly ILookup<int, Diagnostic> _reported;
    private readonly bool _isSpoilt;
    private readonly Dictionary<SyntaxTree, HashSet<(TextSpan, string)>> _ownErrors = [];

    public FuzzBatch(IReadOnlyList<FuzzProgram> programs, LanguageVersion language, CSharpCompilationOptions options)
    {
        _isSpoilt = programs.Any(program => program.IsSpoilt);
        var parse = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        _programs = programs.ToDictionary(program => CSharpSyntaxTree.ParseText(program.Text, parse, $"P{program.Number}.cs"));
        _input = s_empty.WithOptions(options).AddSyntaxTrees(_programs.Keys.OrderBy(tree => _programs[tree].Number));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new CnnGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(_input, out Compilation output, out _);
        _output = GeneratedFiles.WithWarnings((CSharpCompilation)output, _input);
        _result = driver.GetRunResult().Results.Single();
        _generated = Sources.ToLookup(source => ProgramOf(source.HintName), source => source.SyntaxTree);
        _reported = _result.Diagnostics.IsDefault
            ? Array.Empty<Diagnostic>().ToLookup(_ => 0)
            : _result.Diagnostics.ToLookup(diagnostic => ProgramOf(diagnostic.Location.SourceTree));
    }

    private ImmutableArray<GeneratedSourceResult> Sources => _result.GeneratedSources.IsDefault ? [] : _result.GeneratedSources;

    /// <summary>The programs that became models.</summary>
    public IReadOnlyList<FuzzProgram> Accepted => [.. _programs.Values.Where(program => _generated[program.Number].Any() && !_reported[program.Number].Any())];

    public bool Crashed => _result.Exception is not null;

    /// <summary>What is wrong, with the program that it is wrong with.</summary>
    public IEnumerable<FuzzComplaint> Complaints()
    {
        if (_result.Exception is { } exception)
        {
            return [new(exception.GetType().Name, exception.ToString(), _programs.Count == 1 ? _programs.Values.Single() : null)];
        }

        // Spoilt text can break out of its namespace and stand in the way of other programs.
        return [.. ReportComplaints(), .. EscapedText(), .. _isSpoilt ? [] : CompilerComplaints().Concat(ForgottenModels()).Concat(SilentStubs())];
    }

    private IEnumerable<FuzzComplaint> ReportComplaints() =>
        from diagnostic in _result.Diagnostics
        where diagnostic.Location.SourceTree is not { } tree || !_programs.ContainsKey(tree) || !diagnostic.Id.StartsWith("CNN", StringComparison.Ordinal)
            || diagnostic.GetMessage(CultureInfo.InvariantCulture).Any(char.IsControl)
        select new FuzzComplaint("shown", $"a diagnostic that cannot be shown: {diagnostic}", Program(diagnostic.Location.SourceTree));

    // The user's own errors are the user's; everything else is the generator's.
    private IEnumerable<FuzzComplaint> CompilerComplaints() =>
        from diagnostic in _output.GetDiagnostics()
        where diagnostic.Location.SourceTree is { } tree && _programs.ContainsKey(tree)
            ? IsError(diagnostic) && !OwnErrors(tree).Contains((diagnostic.Location.SourceSpan, diagnostic.Id))
            : diagnostic.Severity >= DiagnosticSeverity.Warning
        select new FuzzComplaint(diagnostic.Id, $"{diagnostic}\n{GeneratedText(diagnostic)}", Program(diagnostic.Location.SourceTree));

    private IEnumerable<FuzzComplaint> EscapedText() =>
        from source in Sources
        where source.SourceText.ToString().Contains(HostileText.Mark, StringComparison.OrdinalIgnoreCase)
        from token in source.SyntaxTree.GetRoot().DescendantTokens(descendIntoTrivia: true)
        where token.IsKind(SyntaxKind.IdentifierToken) && string.Equals(token.ValueText, HostileText.Mark, StringComparison.OrdinalIgnoreCase)
        select new FuzzComplaint("escaped", $"'{token}' is not in its literal in\n{source.SourceText}", Program(source.SyntaxTree));

    /// <summary>A class with [Model] gets its members, or is told why not.</summary>
    private IEnumerable<FuzzComplaint> ForgottenModels() =>
        from tree in _programs.Keys
        let program = _programs[tree]
        where !_generated[program.Number].Any() && !_reported[program.Number].Any()
        where tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Any(attribute => attribute.Name.ToString() == "Model")
        where OwnErrors(tree).Count == 0
        select new FuzzComplaint("forgotten", "no model and no error", program);

    /// <summary>A class whose members can only throw has an error beside it.</summary>
    private IEnumerable<FuzzComplaint> SilentStubs() =>
        from tree in _programs.Keys
        let program = _programs[tree]
        where _generated[program.Number].Any(GeneratedFiles.IsStub) && !_reported[program.Number].Any() && OwnErrors(tree).Count == 0
        select new FuzzComplaint("silent", "a stub and no error", program);

    /// <summary>Analyzers that throw.</summary>
    public IEnumerable<FuzzComplaint> AnalyzerComplaints()
    {
        var crashes = new List<FuzzComplaint>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, analyzer, diagnostic) => crashes.Add(new(analyzer.ToString()!, exception.ToString(), Program(diagnostic.Location.SourceTree))),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        _output.WithAnalyzers(GeneratorRun.Analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return crashes;
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>What the compiler has against the user's source without any generator.</summary>
    private HashSet<(TextSpan, string)> OwnErrors(SyntaxTree tree)
    {
        if (!_ownErrors.TryGetValue(tree, out HashSet<(TextSpan, string)>? errors))
        {
            errors = [.. _input.GetSemanticModel(tree).GetDiagnostics().Where(IsError).Select(diagnostic => (diagnostic.Location.SourceSpan, diagnostic.Id))];
            _ownErrors.Add(tree, errors);
        }

        return errors;
    }

    private FuzzProgram? Program(SyntaxTree? tree)
    {
        int number = ProgramOf(tree);
        return _programs.Values.FirstOrDefault(program => program.Number == number);
    }

    private static int ProgramOf(SyntaxTree? tree) => tree is null ? -1 : ProgramOf(Path.GetFileName(tree.FilePath));

    // "P17.A.Cnn.g.cs" and "P17.cs".
    private static int ProgramOf(string file) =>
        file.Length > 1 && int.TryParse(file.Split('.')[0].TrimStart('P'), CultureInfo.InvariantCulture, out int number) ? number : -1;

    private string GeneratedText(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree && !_programs.ContainsKey(tree) ? tree.ToString() : "";
}
