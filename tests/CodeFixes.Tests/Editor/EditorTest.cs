using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CnnGen.CodeFixes.Tests;

/// <summary>
/// Roslyn's own test of code fixes: it takes the offers one by one, then all at once in a document, in a project and in the solution,
/// and wants the same text of each.
/// </summary>
internal sealed class EditorTest : CSharpCodeFixTest<ReportedByGenerator, FixProvider, DefaultVerifier>
{
    private readonly string[] _analyzers;

    /// <param name="analyzers">Those of the generator's analyzers that report beside it.</param>
    public EditorTest(params string[] analyzers)
    {
        _analyzers = analyzers;
        // Nothing is downloaded.
        ReferenceAssemblies = new ReferenceAssemblies(RunOptions.Default.Language.ToString());
        TestState.AdditionalReferences.AddRange(RunOptions.Default.References);
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() =>
        [new ReportedByGenerator(), .. GeneratorRun.Analyzers.Where(analyzer => _analyzers.Contains(analyzer.GetType().Name))];

    protected override ParseOptions CreateParseOptions() => RunOptions.Default.Parse;

    /// <summary>Adds a file as it is and as it shall be; what is wrong in it is marked: <c>{|CNN108:InputFeatures = 7|}</c>.</summary>
    public EditorTest File(string name, string before, string after)
    {
        TestState.Sources.Add((name, ModelCompiler.Usings + before));
        FixedState.Sources.Add((name, ModelCompiler.Usings + after));
        return this;
    }

    /// <summary>Adds a file of a project of its own.</summary>
    public EditorTest Beside(string name, string before, string after)
    {
        AddProject(TestState, name, before);
        AddProject(FixedState, name, after);
        return this;
    }

    private static void AddProject(SolutionState state, string name, string source)
    {
        var project = new ProjectState("Beside", LanguageNames.CSharp, "/beside/", "cs") { Sources = { (name, ModelCompiler.Usings + source) } };
        project.AdditionalReferences.AddRange(RunOptions.Default.References);
        state.AdditionalProjects.Add("Beside", project);
    }
}
