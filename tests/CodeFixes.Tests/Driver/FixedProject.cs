using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.CodeFixes.Tests;

/// <summary>
/// A project in an editor: what the generator and the analyzers report in it, what the editor offers for that, and the project after an
/// offer is taken.
/// </summary>
internal sealed class FixedProject
{
    private static readonly FixProvider s_provider = new();

    private readonly Project _project;
    private readonly RunOptions _options;
    private readonly Lazy<GeneratorRun> _run;

    private FixedProject(Project project, RunOptions options)
    {
        _project = project;
        _options = options;
        _run = new Lazy<GeneratorRun>(() => new GeneratorRun(
            ModelCompiler.CreateDriver(options), (Microsoft.CodeAnalysis.CSharp.CSharpCompilation)project.GetCompilationAsync().Result!, options));
    }

    /// <summary>The generator and the analyzers on the project as it is.</summary>
    public GeneratorRun Run => _run.Value;

    /// <summary>The text of its files, without the line that imports the language.</summary>
    public string Text => string.Join("\n", _project.Documents.Select(document =>
        document.GetTextAsync().Result.ToString().Replace(ModelCompiler.Usings, "")));

    /// <summary>A project of models in namespace <c>Sample</c>.</summary>
    public static FixedProject Of(string models, RunOptions? options = null) => OfFiles([ModelCompiler.Usings + models], options);

    /// <summary>A project of whole files.</summary>
    public static FixedProject OfFiles(IReadOnlyList<string> files, RunOptions? options = null)
    {
        options ??= RunOptions.Default;
        Project project = new AdhocWorkspace().AddProject("Models", LanguageNames.CSharp)
            .WithCompilationOptions(ModelCompiler.Compile([], options).Options)
            .WithParseOptions(options.Parse)
            .WithMetadataReferences(options.References);
        for (int file = 0; file < files.Count; file++)
        {
            project = project.AddDocument($"File{file}.cs", SourceText.From(files[file]), filePath: $"{ModelCompiler.Folder}File{file}.cs").Project;
        }

        return new FixedProject(project, options);
    }

    /// <summary>The project of one file after its author has gone on writing.</summary>
    public FixedProject WithText(string models)
    {
        Document document = _project.Documents.Single();
        return new FixedProject(document.WithText(SourceText.From(ModelCompiler.Usings + models)).Project, _options);
    }

    /// <summary>What the editor offers for a diagnostic.</summary>
    public IReadOnlyList<CodeAction> Offers(Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        if (!s_provider.FixableDiagnosticIds.Contains(diagnostic.Id))
        {
            return offers;
        }

        Document document = _project.GetDocument(diagnostic.Location.SourceTree) ?? _project.Documents.Single();
        var context = new CodeFixContext(document, diagnostic, (action, _) => offers.Add(action), CancellationToken.None);
        s_provider.RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        return offers;
    }

    /// <summary>The project after an offer is taken.</summary>
    public FixedProject Take(CodeAction offer)
    {
        var operation = offer.GetOperationsAsync(CancellationToken.None).Result.OfType<ApplyChangesOperation>().Single();
        return new FixedProject(operation.ChangedSolution.GetProject(_project.Id)!, _options);
    }

    /// <summary>The project after an offer is taken for all diagnostics of this id at once.</summary>
    public FixedProject TakeEverywhere(string id, string title) => TakeEverywhere(Run.Diagnostics, id, title);

    /// <summary>The same for what is not shown.</summary>
    public FixedProject TakeHidden(string id, string title) => TakeEverywhere(Run.Hidden, id, title);

    private FixedProject TakeEverywhere(IEnumerable<Diagnostic> reported, string id, string title)
    {
        Diagnostic[] diagnostics = [.. reported.Where(diagnostic => diagnostic.Id == id)];
        CodeAction offer = diagnostics.SelectMany(Offers).First(action => action.Title == title);
        Document document = _project.GetDocument(diagnostics[0].Location.SourceTree)!;
        var context = new FixAllContext(
            document, s_provider, FixAllScope.Project, offer.EquivalenceKey, [id], new Reported(diagnostics), CancellationToken.None);
        return Take(s_provider.GetFixAllProvider().GetFixAsync(context).Result!);
    }

    /// <summary>Diagnostics that are there already.</summary>
    private sealed class Reported(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree tree = document.GetSyntaxTreeAsync(cancellationToken).Result!;
            return Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree));
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
